"""Kernels that are forked from one warm process, which has imported beforehand what the workbook needs."""

from newsoil.server.warm.provisioner import WarmProvisioner, warm_up

__all__ = ["WarmProvisioner", "warm_up"]
