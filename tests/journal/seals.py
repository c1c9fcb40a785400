"""What tests of sealed journals share: passphrases, a journal that holds something of everything, and looks at it from elsewhere."""

from newsoil.journal import Store
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.slow import Cost

PHRASE = "four words of soil"
NEXT = "another four words"
CHEAP = Cost(memory=32, passes=1, lanes=1)
RECOVERY = new_recovery_key()
CANARY = "kanarienvogel"


def write_all(store, page):
    """Write two months, words from before, something deleted, and settings."""
    one = page()
    store.record(one(f"{CANARY} one"))
    store.record(one(f"{CANARY} two", exercise=f"{CANARY}-exercise", entry="e2", made_at="2026-12-01T10:00:00+01:00"))
    store.record(one([CANARY], "tags", place="tags"))
    store.record(page("two")(f"{CANARY} three"))
    store.record(page("three")(True, "", act="delete", entry="e2", exercise=f"{CANARY}-exercise", made_at="2026-12-01T10:00:00+01:00"))
    store.record(page("four")("later", at="2026-12-02T10:00:00+01:00"))
    store.change_settings({"theme": "dark", "stage": f"{CANARY}-stage", "partner": CANARY, "country": "DE"})


def again(store, **options):
    """The journal as another kernel finds it."""
    return Store(store.folder.parent.parent, store.folder.name, **options)


def opened(store, secret=PHRASE, by="passphrase"):
    other = again(store)
    other.unseal(secret, by)
    return other


def bytes_of(folder):
    return b"".join(path.read_bytes() + str(path.relative_to(folder)).encode() for path in sorted(folder.rglob("*")) if path.is_file())
