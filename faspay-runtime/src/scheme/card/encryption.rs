//! How a card becomes an [`EncryptedCard`]: it is written as compact JSON and encrypted with AES-256-GCM under a key of its own; that
//! key is encrypted with the session's RSA key. Merchants who handle card numbers call it, between two messages of a session.

use super::EncryptedCard;
use crate::Secret;
use crate::scheme::quoted::{self, Style, most_bytes};
use crate::scheme::random::{RandomError, fill};
use crate::violation::is_control;
use aes_gcm::{AeadInOut, Aes256Gcm, KeyInit, Nonce};
use base64ct::{Base64, Encoding};
use rsa::pkcs8::DecodePublicKey;
use rsa::rand_core::{TryCryptoRng, TryRng};
use rsa::traits::{PaddingScheme, PublicKeyParts};
use rsa::{Oaep, RsaPublicKey};
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroizing;

/// A card, as its holder typed it. All of it is wiped when dropped and masked in `Debug`.
#[derive(Debug, Clone, Default)]
pub struct CardDetails {
    /// 13 to 19 digits.
    pub number: Secret,
    /// `01` to `12`.
    pub expiry_month: Secret,
    /// The last two digits of the year, `25` at the earliest.
    pub expiry_year: Secret,
    /// At most 4 digits.
    pub cvc: Secret,
    /// In one field, unlike in the gateway's other messages.
    pub name_on_card: Secret,
}

/// The device that the shopper pays with. All of it are texts, also the numbers; what isn't known stays empty.
#[derive(Clone, Default)]
pub struct DeviceInformation {
    /// `type`: what kind of device it is.
    pub kind: String,
    /// `userAgent`.
    pub user_agent: String,
    /// `ipAddress`.
    pub ip_address: String,
    /// `acceptLanguage`.
    pub accept_language: String,
    /// `cookieToken`.
    pub cookie_token: String,
    /// `deviceId`.
    pub device_id: String,
    /// `browserWidth`.
    pub browser_width: String,
    /// `browserHeight`.
    pub browser_height: String,
    /// `country`.
    pub country: String,
}

impl DeviceInformation {
    /// With the names that it has in the text to encrypt, in order.
    fn members(&self) -> [(&'static str, &str); 9] {
        [
            ("type", &self.kind),
            ("userAgent", &self.user_agent),
            ("ipAddress", &self.ip_address),
            ("acceptLanguage", &self.accept_language),
            ("cookieToken", &self.cookie_token),
            ("deviceId", &self.device_id),
            ("browserWidth", &self.browser_width),
            ("browserHeight", &self.browser_height),
            ("country", &self.country),
        ]
    }
}

/// Shows nothing: together it tells who the shopper is.
impl fmt::Debug for DeviceInformation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceInformation(…)")
    }
}

impl CardDetails {
    fn members(&self) -> [(&'static str, &str); 5] {
        [
            ("number", self.number.expose()),
            ("expiryMonth", self.expiry_month.expose()),
            ("expiryYear", self.expiry_year.expose()),
            ("cvc", self.cvc.expose()),
            ("nameOnCard", self.name_on_card.expose()),
        ]
    }

    /// What the gateway's page checks before it encrypts.
    fn check(&self) -> Result<(), CardError> {
        let digits = |text: &Secret, least: usize, most: usize| {
            let text = text.expose();
            text.bytes().all(|byte| byte.is_ascii_digit()) && (least..=most).contains(&text.len())
        };
        if !digits(&self.number, 13, 19) {
            return Err(CardError::Number);
        }
        if !(digits(&self.expiry_month, 2, 2) && ("01"..="12").contains(&self.expiry_month.expose())) {
            return Err(CardError::ExpiryMonth);
        }
        if !(digits(&self.expiry_year, 2, 2) && self.expiry_year.expose() >= "25") {
            return Err(CardError::ExpiryYear);
        }
        if !digits(&self.cvc, 0, 4) {
            return Err(CardError::Cvc);
        }
        Ok(())
    }
}

/// The key to encrypt for: that of one payment session.
///
/// ```
/// # fn main() -> Result<(), faspay_runtime::scheme::card::CardError> {
/// use faspay_runtime::scheme::card::{CardDetails, DeviceInformation, EncryptionKey};
/// use faspay_runtime::scheme::random::RandomError;
///
/// fn encrypted(
///     encryption_key: &str,                                   // as the session's answer holds it
///     random: impl FnMut(&mut [u8]) -> Result<(), RandomError>, // `random::os`, for example
/// ) -> Result<String, faspay_runtime::scheme::card::CardError> {
///     let card = CardDetails {
///         number: "4440000112200001".into(),
///         expiry_month: "01".into(),
///         expiry_year: "39".into(),
///         cvc: "123".into(),
///         name_on_card: "A Cardholder".into(),
///     };
///     let device = DeviceInformation { kind: "Web".to_owned(), ..DeviceInformation::default() };
///     let key = EncryptionKey::from_base64(encryption_key)?;
///     Ok(key.encrypt(&card, &device, &[], random)?.as_str().to_owned())
/// }
/// # assert!(encrypted("c2hvcnQ=", |_| Ok(())).is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct EncryptionKey(RsaPublicKey);

impl EncryptionKey {
    /// Fewest and most bits. Pivot's published keys have 2048.
    const BITS: std::ops::RangeInclusive<u32> = 2048..=4096;

    /// Reads the key of a session's answer: base64 of the DER of an RSA public key (SPKI). Whoever could write that answer can read the
    /// card, so take it from nothing but the answer to a request of one's own, over TLS.
    ///
    /// # Errors
    /// When it isn't such a key, or not of 2048 to 4096 bits.
    pub fn from_base64(text: &str) -> Result<Self, CardError> {
        let der = Base64::decode_vec(text).map_err(|_| CardError::Key)?;
        let key = RsaPublicKey::from_public_key_der(&der).map_err(|_| CardError::Key)?;
        let bits = key.n().bits();
        if Self::BITS.contains(&bits) { Ok(Self(key)) } else { Err(CardError::KeySize { bits }) }
    }

    /// Encrypts. `random` is asked for the AES key, the nonce and the padding's seed, in this order: 32, 12 and 32 bytes.
    ///
    /// # Errors
    /// When the gateway's page would refuse the card, a text holds a control character, a name of `metadata` comes twice, or there are no
    /// random bytes.
    pub fn encrypt(
        &self,
        card: &CardDetails,
        device: &DeviceInformation,
        metadata: &[(&str, &str)],
        mut random: impl FnMut(&mut [u8]) -> Result<(), RandomError>,
    ) -> Result<EncryptedCard, CardError> {
        let mut text = plaintext(card, device, metadata)?;
        let mut key = Zeroizing::new([0; 32]);
        fill(&mut *key, &mut random)?;
        let mut nonce = [0; 12];
        fill(&mut nonce, &mut random)?;
        let cipher = Aes256Gcm::new_from_slice(&*key).map_err(|_| CardError::Cipher)?;
        cipher.encrypt_in_place(&Nonce::from(nonce), b"", &mut *text).map_err(|_| CardError::Cipher)?;
        let encrypted_key =
            Oaep::<Sha256>::new().encrypt(&mut Source(&mut random), &self.0, &*key).map_err(|error| match error {
                rsa::Error::Rng => CardError::Random(RandomError),
                _ => CardError::Cipher,
            })?;
        let envelope = format!(
            r#"{{"encryptedKey":"{}","nonce":"{}","ciphertext":"{}"}}"#,
            Base64::encode_string(&encrypted_key),
            Base64::encode_string(&nonce),
            Base64::encode_string(&text),
        );
        Ok(EncryptedCard(Base64::encode_string(envelope.as_bytes())))
    }
}

/// Shows how long it is.
impl fmt::Debug for EncryptionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EncryptionKey({} bits)", self.0.n().bits())
    }
}

/// Compact JSON, in a buffer that has room for all of it and for the tag: one that grows leaves the card behind where it was.
fn plaintext(
    card: &CardDetails,
    device: &DeviceInformation,
    metadata: &[(&str, &str)],
) -> Result<Zeroizing<Vec<u8>>, CardError> {
    card.check()?;
    let (card, device) = (card.members(), device.members());
    for (name, text) in card.iter().chain(&device) {
        if text.contains(is_control) {
            return Err(CardError::Control { field: name });
        }
    }
    for (at, (name, text)) in metadata.iter().enumerate() {
        if name.contains(is_control) || text.contains(is_control) {
            return Err(CardError::Control { field: "metadata" });
        }
        if metadata.iter().take(at).any(|(earlier, _)| earlier == name) {
            return Err(CardError::Metadata);
        }
    }
    let objects = [("card", &card[..]), ("deviceInformations", &device[..]), ("metadata", metadata)];
    // A colon and a comma for each member, brackets and a colon and a comma for each object, and the tag.
    let room = |(name, members): &(&str, &[(&str, &str)])| {
        let members =
            members.iter().map(|(name, text)| most_bytes(name).saturating_add(most_bytes(text)).saturating_add(2));
        members.fold(most_bytes(name), usize::saturating_add).saturating_add(4)
    };
    let room = objects.iter().map(room).fold(2 + 16, usize::saturating_add);
    let mut out = Zeroizing::new(Vec::with_capacity(room));
    out.push(b'{');
    for (at, (name, members)) in objects.into_iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        quoted::write(name, Style::Plain, &mut out);
        out.extend_from_slice(b":{");
        for (at, (name, text)) in members.iter().enumerate() {
            if at > 0 {
                out.push(b',');
            }
            quoted::write(name, Style::Plain, &mut out);
            out.push(b':');
            quoted::write(text, Style::Plain, &mut out);
        }
        out.push(b'}');
    }
    out.push(b'}');
    debug_assert!(out.len() + 16 <= room, "the buffer would have grown");
    Ok(out)
}

/// The merchant's random bytes, as the RSA crate wants to be given them.
struct Source<'r, R>(&'r mut R);

impl<R: FnMut(&mut [u8]) -> Result<(), RandomError>> TryRng for Source<'_, R> {
    type Error = RandomError;

    fn try_next_u32(&mut self) -> Result<u32, RandomError> {
        let mut bytes = [0; 4];
        (self.0)(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, RandomError> {
        let mut bytes = [0; 8];
        (self.0)(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, buffer: &mut [u8]) -> Result<(), RandomError> {
        fill(buffer, self.0)
    }
}

impl<R: FnMut(&mut [u8]) -> Result<(), RandomError>> TryCryptoRng for Source<'_, R> {}

/// Why a card isn't encrypted. It never holds what the card holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CardError {
    /// The number isn't 13 to 19 digits.
    Number,
    /// The month isn't `01` to `12`.
    ExpiryMonth,
    /// The year isn't two digits, or before 25.
    ExpiryYear,
    /// The security code isn't up to 4 digits.
    Cvc,
    /// A text holds a control character.
    Control {
        /// Where: its name in the text to encrypt, or `metadata`.
        field: &'static str,
    },
    /// A name of `metadata` comes twice.
    Metadata,
    /// What should be the session's key isn't base64 of an RSA public key.
    Key,
    /// The session's key is shorter than 2048 bits or longer than 4096.
    KeySize {
        /// How long it is.
        bits: u32,
    },
    /// There are no random bytes.
    Random(RandomError),
    /// The cipher refused; no text that can be held in memory makes it do so.
    Cipher,
}

impl From<RandomError> for CardError {
    fn from(error: RandomError) -> Self {
        Self::Random(error)
    }
}

impl fmt::Display for CardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Number => "the card number isn't 13 to 19 digits",
            Self::ExpiryMonth => "the expiry month isn't two digits from 01 to 12",
            Self::ExpiryYear => "the expiry year isn't two digits from 25 on",
            Self::Cvc => "the security code isn't up to 4 digits",
            Self::Control { field } => return write!(f, "`{field}` holds a control character"),
            Self::Metadata => "a name of the metadata comes twice",
            Self::Key => "the session's encryption key isn't base64 of an RSA public key",
            Self::KeySize { bits } => {
                return write!(f, "the session's encryption key has {bits} bits; 2048 to 4096 are taken");
            }
            Self::Random(error) => return error.fmt(f),
            Self::Cipher => "the card couldn't be encrypted",
        })
    }
}

impl std::error::Error for CardError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Random(error) => Some(error),
            _ => None,
        }
    }
}
