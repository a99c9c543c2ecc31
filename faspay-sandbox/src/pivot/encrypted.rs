//! The sandbox's RSA key, whose public half sessions carry, and what merchants encrypt with it. The key is made when the first session
//! needs one and lives as long as the sandbox; Pivot gives each session its own.

use std::sync::Arc;

use aes_gcm::{AeadInOut, Aes256Gcm, KeyInit, Nonce};
use base64ct::{Base64, Encoding as _};
use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use rsa::pkcs8::EncodePublicKey;
use rsa::{Oaep, RsaPrivateKey};
use serde_json::Value;
use sha2::Sha256;
use tokio::sync::OnceCell;

use super::card::Typed;

/// As Pivot's published keys.
const BITS: usize = 2048;

/// The key, once it is needed. Has no `Debug`.
#[derive(Clone, Default)]
pub(crate) struct Keyring(Arc<OnceCell<Key>>);

struct Key {
    private: RsaPrivateKey,
    /// Base64 of the DER of its public half (SPKI).
    public: String,
}

impl Keyring {
    /// The public half. `None`: this machine has no random bytes.
    pub async fn public(&self) -> Option<&str> {
        let made = self.0.get_or_try_init(|| async {
            let made = tokio::task::spawn_blocking(Key::new).await;
            made.ok().flatten().ok_or(())
        });
        made.await.ok().map(|key| key.public.as_str())
    }

    /// The card in an envelope. `None`: it wasn't encrypted with this key, or isn't laid out as documented.
    pub fn open(&self, envelope: &str) -> Option<Typed> {
        let envelope: Value = serde_json::from_slice(&Base64::decode_vec(envelope).ok()?).ok()?;
        // The page's code writes small letters, its sample capitals.
        let part = |small: &str, capital: &str| {
            let text = envelope.get(small).or_else(|| envelope.get(capital))?.as_str()?;
            Base64::decode_vec(text).ok()
        };
        let key = part("encryptedKey", "EncryptedKey")?;
        let nonce: [u8; 12] = part("nonce", "Nonce")?.try_into().ok()?;
        let mut text = part("ciphertext", "Ciphertext")?;
        let own = &self.0.get()?.private;
        let key = own.decrypt_blinded(&mut UnwrapErr(SysRng), Oaep::<Sha256>::new(), &key).ok()?;
        let cipher = Aes256Gcm::new_from_slice(&key).ok()?;
        cipher.decrypt_in_place(&Nonce::from(nonce), b"", &mut text).ok()?;
        let card: Value = serde_json::from_slice(&text).ok()?;
        let member = |name: &str| card.get("card")?.get(name)?.as_str();
        let name = member("nameOnCard")?.trim();
        let (first, last) = name.rsplit_once(' ').unwrap_or((name, ""));
        Some(Typed {
            number: member("number")?.to_owned(),
            month: member("expiryMonth")?.to_owned(),
            year: member("expiryYear")?.to_owned(),
            cvc: member("cvc")?.to_owned(),
            first_name: first.to_owned(),
            last_name: last.to_owned(),
        })
    }
}

impl Key {
    fn new() -> Option<Self> {
        let private = RsaPrivateKey::new(&mut UnwrapErr(SysRng), BITS).ok()?;
        let public = private.to_public_key().to_public_key_der().ok()?;
        Some(Self { private, public: Base64::encode_string(public.as_bytes()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_key_is_made_once_and_in_little_time() {
        let keyring = Keyring::default();
        let start = std::time::Instant::now();
        let first = keyring.public().await.unwrap().to_owned();
        println!("made in {:?}", start.elapsed());
        assert_eq!(keyring.public().await, Some(first.as_str()));
        // The header of an RSA key of 2048 bits, and its exponent 65537.
        assert!(first.starts_with("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA"), "{first}");
        assert!(first.ends_with("IDAQAB"), "{first}");
    }

    #[tokio::test]
    async fn what_is_no_envelope_is_not_opened() {
        let keyring = Keyring::default();
        assert!(keyring.open("e30=").is_none(), "there is no key yet");
        keyring.public().await.unwrap();
        for text in ["", "e30=", "not base64", "eyJlbmNyeXB0ZWRLZXkiOiIiLCJub25jZSI6IiIsImNpcGhlcnRleHQiOiIifQ=="] {
            assert!(keyring.open(text).is_none(), "{text}");
        }
    }
}
