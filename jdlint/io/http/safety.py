"""Which addresses may be asked: a page in a pull request must not make a CI job probe the inside of
a network."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

# Not (always) in Python's own tables; source: IANA's registries of special-purpose addresses
_SPECIAL = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",
            "192.88.99.0/24",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "3fff::/20",
            "5f00::/16",
            "fec0::/10",
        ),
    )
)
_NAT64 = ip_network("64:ff9b::/96")
_COMPATIBLE = ip_network("::/96")
_OPEN_PORTS = (80, 443)
_FIRST_FREE_PORT = 1024
# RFC 2606 and RFC 6761: names that stand in examples and lead nowhere
_RESERVED = (".example", ".invalid", ".test")
_EXAMPLES = ("example.com", "example.net", "example.org")


def parsed(address: str) -> Address | None:
    """An address without its zone, or None for a text that is none."""
    try:
        return ip_address(address.partition("%")[0])
    except ValueError:
        return None


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet; an IPv6 address counts for the IPv4 address
    inside it, too."""
    found = parsed(address)
    if found is None:
        return False
    return _global(_inner(found) or found)


def _inner(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for: mapped, translated (NAT64), compatible or
    6to4."""
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _global(address: Address) -> bool:
    if address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback:
        return False
    if address.is_private or address.is_link_local or not address.is_global:
        return False
    return not any(address in network for network in _SPECIAL if network.version == address.version)


def is_allowed(host: str, address: str, allow: Sequence[str]) -> bool:
    """Whether the settings name a host (``*.`` before it: those below it), its address or a network
    around it."""
    found = parsed(address)
    return any(_names(entry.strip().lower().strip("[]"), host, found) for entry in allow)


def _names(entry: str, host: str, address: Address | None) -> bool:
    if entry == host or (entry.startswith("*.") and host.endswith(entry[1:])):
        return True
    try:
        return address is not None and address in ip_network(entry, strict=False)
    except ValueError:
        return False


def may_use_port(port: int) -> bool:
    """The ports of the web and those that need no privilege: a link is no way to talk to a mail
    server."""
    return port in _OPEN_PORTS or port >= _FIRST_FREE_PORT


def is_reserved_name(host: str) -> bool:
    """Whether a host's name is set aside for examples, so that a link to it is no link."""
    name = host.rstrip(".")
    return name.endswith(_RESERVED) or any(name == e or name.endswith("." + e) for e in _EXAMPLES)
