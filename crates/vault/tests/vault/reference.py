"""An independent reading of the formats in src/lib.rs; prints the values that formats.rs opens.

Needs Python with the package `cryptography` (OpenSSL underneath), which shares no code with this crate:
    python3 reference.py
"""

import uuid

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SITE = uuid.UUID("01890a5d-ac96-774b-bcce-b302099a8057").bytes
PERSON = uuid.UUID("01890a5d-ac96-774b-bcce-b302099a8058").bytes


def derive(root, info, length):
    return HKDF(hashes.SHA256(), length, salt=None, info=info).derive(root)


def seal(key, nonce, clear, *parts):
    joined = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return b"\x01" + nonce + AESGCMSIV(key).encrypt(nonce, clear, joined)


def nonce(first):
    return bytes(range(first, first + 12))


def show(name, value):
    print(f"{name}: {value.hex()}")


def from_passphrase(text, salt):
    return Argon2id(salt=salt, length=32, iterations=3, lanes=4, memory_cost=65536).derive(text.encode())


root = bytes(range(32))
site_key, person_key, index_key = (bytes([n] * 32) for n in (0x51, 0x9E, 0x1D))
master = derive(root, b"vault 1 master wrap", 32)

show("root", root)
show("check", derive(root, b"vault 1 master check", 16))
show("site key", seal(master, nonce(0), site_key, b"vault 1 site key", SITE))
show("person key", seal(site_key, nonce(20), person_key, b"vault 1 person key", PERSON))
show("index key", seal(site_key, nonce(40), index_key, b"vault 1 index key", SITE))
show(
    "field",
    seal(
        person_key,
        nonce(60),
        "Müller-Öztürk".encode(),
        b"vault 1 field",
        SITE,
        b"person_identity",
        b"family_name",
        PERSON,
    ),
)
mac = HMAC(index_key, hashes.SHA256())
mac.update(b"muller")
show("token", mac.finalize()[:16])
passphrase_root = from_passphrase("Fünf Äpfel für Köln", bytes([0x42] * 16))
show("fingerprint of the passphrase", derive(passphrase_root, b"vault 1 master check", 16))
