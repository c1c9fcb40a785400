"""Another passphrase, or another recovery key, for a sealed journal: only the key file is written."""

from newsoil.journal.keyfile import read_key_file, write_key_file
from newsoil.journal.slow import COST, Cost, check_new
from newsoil.journal.standing import By
from newsoil.journal.steps import Counter, Steps, untold
from newsoil.journal.store import Store
from newsoil.journal.wrapping import with_passphrase, with_recovery


def change_passphrase(  # noqa: PLR0913 - what opens the journal now, and what will
    store: Store, secret: str, new: str, by: By = "passphrase", cost: Cost = COST, *, tell: Steps = untold
) -> None:
    """Give a sealed journal another passphrase; only the key file is written. `secret` is the one before, or the recovery key.

    `tell` hears of two keys, in the step `key`: the one that opens the journal now, and the one that will.

    Raises:
        NotUnsealed: the secret does not fit, or it is too soon to try again.
        NotSealed: the new passphrase is too short.
        Damaged, NotSaved: the key file could not be read or written; the secret before still fits.
    """
    check_new(new)
    with store.alone():
        file, step = read_key_file(store.folder / "sealed"), Counter(tell, "key", 2)
        data = store.door.try_out(file, secret, by)
        step.one()
        write_key_file(store.folder / "sealed", with_passphrase(file, data, new, cost))
        step.one()


def change_recovery_key(store: Store, secret: str, recovery: str, by: By = "passphrase", *, tell: Steps = untold) -> None:
    """Give a sealed journal another recovery key, which the person has been shown. The one before no longer opens it.

    `tell` hears of the step `key`: what opens the journal now. Raises as `change_passphrase` does.
    """
    with store.alone():
        file, step = read_key_file(store.folder / "sealed"), Counter(tell, "key", 1)
        data = store.door.try_out(file, secret, by)
        write_key_file(store.folder / "sealed", with_recovery(file, data, recovery))
        step.one()
