"""A notebook on New Soil's server: `python serve.py <notebook> <home> <port> <token> [modules...]`.

New Soil forks its kernels from a process that has imported what its own pages need. What another notebook needs is a setting of the
kernel provisioner, which has no place on the command line: it is put into the server's configuration here.
"""

import sys
from pathlib import Path

from traitlets.config import Config

from newsoil.server import web
from newsoil.server.warm.provisioner import MODULES


def main(notebook: str, home: str, port: str, token: str, *modules: str) -> None:
    """Serve on the loopback until stopped; kernels find `modules` imported."""
    usual = web.configuration

    def configuration() -> Config:
        config = usual()
        config.WarmProvisioner.modules = [*MODULES, *modules]
        return config

    web.configuration = configuration
    web.serve(Path(home), int(port), token=token, browser=False, notebook=Path(notebook))


if __name__ == "__main__":
    main(*sys.argv[1:])
