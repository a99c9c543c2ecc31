//! The floor: what a good engineer writes for this one form and nothing else. One table of 256 entries, one pass over
//! the bytes that encodes and finds control characters at once, keys that are encoded already, a buffer that is reused.
//! It checks what the tables say and stops at the first mistake; it explains nothing.

use crate::merchant::Merchant;
use faspay::Date;
use faspay::recurring::RegisterMember;
use md5::Md5;
use sha1::{Digest, Sha1};

/// What is wrong: the key.
pub type Refused = &'static str;

/// Three encoded bytes, and in the last one how many of them count and what else to know.
const TABLE: [[u8; 4]; 256] = {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut table = [[0; 4]; 256];
    let mut byte = 0;
    while byte < 256 {
        let value = byte as u8;
        table[byte] = if value.is_ascii_alphanumeric() || matches!(value, b'*' | b'-' | b'.' | b'_') {
            [value, 0, 0, 1]
        } else if value == b' ' {
            [b'+', 0, 0, 1]
        } else {
            let more = if value < 0x20 || value >= 0x7F { RARE } else { 0 };
            [b'%', DIGITS[byte >> 4], DIGITS[byte & 15], 3 | more]
        };
        byte += 1;
    }
    table
};
/// A control character, or a part of a character beyond ASCII, of which a few are control characters too.
const RARE: u8 = 0x80;

/// Encodes forms; the buffer stays.
#[derive(Default)]
pub struct Encoder {
    buffer: Vec<u8>,
    at: usize,
    signed: Vec<u8>,
}

impl Encoder {
    /// Validates, signs and encodes. The environment is the sandbox, order ids are upper-cased before hashing.
    pub fn encode(&mut self, merchant: &Merchant, today: Date, form: &RegisterMember) -> Result<&[u8], Refused> {
        let optional = &form.optional;
        check_credentials(merchant)?;
        let mut printed = [0; 24];
        let amount = amount(form.amount.minor(), &mut printed);
        delimiter("MERCHANT_TRANID", &form.merchant_tranid)?;
        url("RETURN_URL", &form.return_url)?;
        if form.recurring_period_at > 9 {
            return Err("recurring_period_at");
        }
        if form.recurring_accumulate_at > 9 {
            return Err("recurring_accumulate_at");
        }
        let days = form.process_date.days();
        if days.is_empty() || days.len() > 9 || (form.recurring_accumulate_at != 0 && days.len() != 1) {
            return Err("process_date");
        }
        if form.recurring_start_date != today {
            return Err("recurring_start_date");
        }
        if form.recurring_end_date < form.recurring_start_date {
            return Err("recurring_end_date");
        }
        let (card, member) = sign(&mut self.signed, merchant, &form.merchant_tranid, amount, &form.member_id);

        self.at = 0;
        self.maybe("&LANG=", &optional.lang, 10)?;
        self.text("&MERCHANTID=", &merchant.merchantid, 30)?;
        self.plain("&PAYMENT_METHOD=", b"3");
        self.must("&MERCHANT_TRANID=", &form.merchant_tranid, 100)?;
        self.text("&TXN_PASSWORD=", &merchant.txn_password, 12)?;
        self.plain("&CURRENCYCODE=", b"IDR");
        self.plain("&AMOUNT=", amount);
        self.must("&CUSTNAME=", &form.custname, 120)?;
        self.must("&CUSTEMAIL=", &form.custemail, 100)?;
        self.maybe("&DESCRIPTION=", &optional.description, 100)?;
        self.must("&RETURN_URL=", &form.return_url, 100)?;
        self.plain("&SIGNATURE=", &card);
        self.maybe("&BILLING_ADDRESS=", &optional.billing_address, 200)?;
        self.maybe("&BILLING_ADDRESS_CITY=", &optional.billing_address_city, 50)?;
        self.maybe("&BILLING_ADDRESS_REGION=", &optional.billing_address_region, 100)?;
        self.maybe("&BILLING_ADDRESS_STATE=", &optional.billing_address_state, 100)?;
        self.maybe("&BILLING_ADDRESS_POSCODE=", &optional.billing_address_poscode, 10)?;
        self.maybe("&BILLING_ADDRESS_COUNTRY_CODE=", &optional.billing_address_country_code, 10)?;
        self.maybe("&RECEIVER_NAME_FOR_SHIPPING=", &optional.receiver_name_for_shipping, 100)?;
        self.maybe("&SHIPPING_ADDRESS=", &optional.shipping_address, 200)?;
        self.maybe("&SHIPPING_ADDRESS_CITY=", &optional.shipping_address_city, 50)?;
        self.maybe("&SHIPPING_ADDRESS_REGION=", &optional.shipping_address_region, 100)?;
        self.maybe("&SHIPPING_ADDRESS_STATE=", &optional.shipping_address_state, 100)?;
        self.maybe("&SHIPPING_ADDRESS_POSCODE=", &optional.shipping_address_poscode, 10)?;
        self.maybe("&SHIPPING_ADDRESS_COUNTRY_CODE=", &optional.shipping_address_country_code, 10)?;
        if let Some(cost) = &optional.shippingcost {
            self.plain("&SHIPPINGCOST=", crate::by_hand::amount(cost.minor(), &mut [0; 24]));
        }
        self.maybe("&PHONE_NO=", &optional.phone_no, 20)?;
        self.maybe("&MREF1=", &optional.mref1, 100)?;
        self.maybe("&MREF2=", &optional.mref2, 100)?;
        self.maybe("&MREF3=", &optional.mref3, 100)?;
        self.maybe("&MREF4=", &optional.mref4, 100)?;
        self.maybe("&MREF5=", &optional.mref5, 100)?;
        self.maybe("&MREF6=", &optional.mref6, 100)?;
        self.maybe("&MREF7=", &optional.mref7, 100)?;
        self.maybe("&MREF8=", &optional.mref8, 100)?;
        self.maybe("&MREF9=", &optional.mref9, 100)?;
        self.maybe("&MREF10=", &optional.mref10, 100)?;
        self.maybe("&MPARAM1=", &optional.mparam1, 50)?;
        self.maybe("&MPARAM2=", &optional.mparam2, 50)?;
        self.maybe("&CUSTOMER_REF=", &optional.customer_ref, 50)?;
        self.maybe("&PYMT_IND=", &optional.pymt_ind, 20)?;
        self.maybe("&PYMT_CRITERIA=", &optional.pymt_criteria, 20)?;
        self.maybe("&FRISK1=", &optional.frisk1, 50)?;
        self.maybe("&FRISK2=", &optional.frisk2, 50)?;
        self.maybe("&DOMICILE_ADDRESS=", &optional.domicile_address, 200)?;
        self.maybe("&DOMICILE_ADDRESS_CITY=", &optional.domicile_address_city, 50)?;
        self.maybe("&DOMICILE_ADDRESS_REGION=", &optional.domicile_address_region, 100)?;
        self.maybe("&DOMICILE_ADDRESS_STATE=", &optional.domicile_address_state, 100)?;
        self.maybe("&DOMICILE_ADDRESS_POSCODE=", &optional.domicile_address_poscode, 10)?;
        self.maybe("&DOMICILE_ADDRESS_COUNTRY_CODE=", &optional.domicile_address_country_code, 10)?;
        self.maybe("&DOMICILE_PHONE_NO=", &optional.domicile_phone_no, 20)?;
        self.text("&merchant_id=", &merchant.merchant_id, 5)?;
        self.must("&member_id=", &form.member_id, 50)?;
        self.must("&member_name=", &form.member_name, 50)?;
        self.must("&member_email=", &form.member_email, 50)?;
        self.plain("&member_email_notif=", form.member_email_notif.as_str().as_bytes());
        self.days("&process_date=", days);
        self.plain("&recurring_type=", b"1");
        let recurring_amount = crate::by_hand::amount(form.recurring_amount.minor(), &mut printed);
        if recurring_amount.len() > 12 {
            return Err("recurring_amount");
        }
        self.plain("&recurring_amount=", recurring_amount);
        self.plain("&recurring_start_date=", &date(form.recurring_start_date));
        self.plain("&recurring_end_date=", &date(form.recurring_end_date));
        self.plain("&recurring_period=", form.recurring_period.as_str().as_bytes());
        self.plain("&recurring_period_at=", &[b'0' + form.recurring_period_at as u8]);
        self.plain("&recurring_accumulate=", b"t");
        self.plain("&recurring_accumulate_at=", &[b'0' + form.recurring_accumulate_at as u8]);
        self.plain("&recurring_status=", b"t");
        self.plain("&recurring_signature=", &member);
        if let Some(notify) = &optional.card_expire_notif {
            self.plain("&card_expire_notif=", notify.as_str().as_bytes());
        }
        Ok(&self.buffer[1..self.at])
    }

    fn must(&mut self, key: &'static str, text: &str, max: usize) -> Result<(), Refused> {
        if text.is_empty() {
            return Err(key);
        }
        self.text(key, text, max)
    }

    fn maybe(&mut self, key: &'static str, text: &Option<String>, max: usize) -> Result<(), Refused> {
        match text {
            Some(text) if !text.is_empty() => self.text(key, text, max),
            _ => Ok(()),
        }
    }

    /// A value that is checked and encoded in one pass.
    fn text(&mut self, key: &'static str, text: &str, max: usize) -> Result<(), Refused> {
        if text.len() > max && text.chars().count() > max {
            return Err(key);
        }
        let room = self.room(key.len() + text.len() * 3 + 1);
        room[..key.len()].copy_from_slice(key.as_bytes());
        let mut at = key.len();
        let mut seen = 0;
        for byte in text.as_bytes() {
            let encoded = TABLE[usize::from(*byte)];
            room[at..at + 4].copy_from_slice(&encoded);
            at += usize::from(encoded[3] & 3);
            seen |= encoded[3];
        }
        if seen & RARE != 0 && text.contains(is_control) {
            return Err(key);
        }
        self.at += at;
        Ok(())
    }

    /// A value that is known to stay as it is.
    fn plain(&mut self, key: &'static str, text: &[u8]) {
        let room = self.room(key.len() + text.len());
        room[..key.len()].copy_from_slice(key.as_bytes());
        room[key.len()..key.len() + text.len()].copy_from_slice(text);
        self.at += key.len() + text.len();
    }

    fn days(&mut self, key: &'static str, days: &[u8]) {
        self.plain(key, b"");
        for (place, day) in days.iter().enumerate() {
            self.plain(if place == 0 { "" } else { "%2C" }, &[b'0' + day / 10, b'0' + day % 10]);
        }
    }

    fn room(&mut self, size: usize) -> &mut [u8] {
        if self.buffer.len() - self.at < size {
            self.buffer.resize(self.at + size + 4096, 0);
        }
        &mut self.buffer[self.at..]
    }
}

/// Both signatures: three digests in all. Also what the third candidate signs with.
pub fn sign(
    scratch: &mut Vec<u8>,
    merchant: &Merchant,
    merchant_tranid: &str,
    amount: &[u8],
    member_id: &str,
) -> ([u8; 40], [u8; 40]) {
    scratch.clear();
    for part in [merchant.merchantid.as_bytes(), merchant.txn_password.as_bytes(), merchant_tranid.as_bytes(), amount] {
        scratch.extend_from_slice(b"##");
        scratch.extend_from_slice(part);
    }
    scratch.extend_from_slice(b"##0##");
    scratch.make_ascii_uppercase();
    let card = hex(&Sha1::digest(&scratch[..]));
    scratch.clear();
    for part in [merchant.user_id.as_str(), &merchant.password, member_id] {
        scratch.extend_from_slice(part.as_bytes());
    }
    let inner: [u8; 32] = hex(&Md5::digest(&scratch[..]));
    (card, hex(&Sha1::digest(inner)))
}

fn hex<const N: usize>(sum: &[u8]) -> [u8; N] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = [0; N];
    for (pair, byte) in text.chunks_exact_mut(2).zip(sum) {
        pair[0] = DIGITS[usize::from(byte >> 4)];
        pair[1] = DIGITS[usize::from(byte & 15)];
    }
    text
}

fn check_credentials(merchant: &Merchant) -> Result<(), Refused> {
    delimiter("merchantid", &merchant.merchantid)?;
    delimiter("txn_password", &merchant.txn_password)?;
    if merchant.merchant_id.is_empty() || !merchant.merchant_id.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("merchant_id");
    }
    for (name, text) in [("user_id", &merchant.user_id), ("password", &merchant.password)] {
        if text.is_empty() || text.contains(is_control) {
            return Err(name);
        }
    }
    Ok(())
}

fn delimiter(name: &'static str, text: &str) -> Result<(), Refused> {
    if text.is_empty() || text.as_bytes().contains(&b'#') { Err(name) } else { Ok(()) }
}

fn url(name: &'static str, text: &str) -> Result<(), Refused> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).ok_or(name)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.split(':').next().unwrap_or_default();
    let sound = !host.is_empty()
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
        && !text.contains(|character: char| character.is_whitespace() || character == '\\');
    if sound { Ok(()) } else { Err(name) }
}

/// Rupiah with two decimals.
fn amount(minor: u64, printed: &mut [u8; 24]) -> &[u8] {
    let mut at = printed.len();
    let mut left = minor;
    loop {
        if at == printed.len() - 2 {
            at -= 1;
            printed[at] = b'.';
        }
        at -= 1;
        printed[at] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 && at <= printed.len() - 4 {
            return &printed[at..];
        }
    }
}

fn date(date: Date) -> [u8; 10] {
    let digit = |number: u16| b'0' + (number % 10) as u8;
    let (year, month, day) = (date.year(), u16::from(date.month()), u16::from(date.day()));
    [
        digit(year / 1000),
        digit(year / 100),
        digit(year / 10),
        digit(year),
        b'-',
        digit(month / 10),
        digit(month),
        b'-',
        digit(day / 10),
        digit(day),
    ]
}

fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
