//! What it costs to parse and verify the callback of a registration, all of its fields filled: the generated library
//! against the least that anybody can do, which is the hash and one pass over the bytes.

#[path = "rounds/mod.rs"]
mod rounds;

use faspay::{Callback, Credentials};
use rounds::{Budget, candidate, interleave, title, verdict};
use sha1::{Digest, Sha1};
use std::fmt::Write as _;
use std::hint::black_box;

const FORM: &str = "application/x-www-form-urlencoded";

fn main() {
    let credentials = Credentials::new().merchantid("sophia_store").txn_password("kJ8vQz2Lr0").send_txn_password(false);
    let signed = "##SOPHIA_STORE##KJ8VQZ2LR0##INV-20261120-000781-SUB##189000.00##S##";
    let body = callback(signed);
    let receive = |body: &[u8]| {
        let Ok(Callback::RegisterResult(message)) = Callback::parse(FORM, body) else {
            panic!("the callback of a registration");
        };
        message.verify(&credentials).expect("a valid signature")
    };
    let mut decoder = Decoder::default();

    let verified = receive(body.as_bytes());
    assert!(verified.problems().is_empty(), "{:?}", verified.problems());
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(&body).expect("a form");
    let joined: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
    assert_eq!(decoder.pass(body.as_bytes()), Some(joined.join("&").as_bytes()));

    title(&format!("receive: callback of a registration, {} pairs, {} bytes", pairs.len(), body.len()));
    let timings = interleave(vec![
        candidate("faspay, parse + verify", &mut || {
            black_box(receive(black_box(body.as_bytes())));
        }),
        candidate("the hash", &mut || {
            black_box(Sha1::digest(black_box(signed.as_bytes())));
        }),
        candidate("one pass over the bytes", &mut || {
            black_box(decoder.pass(black_box(body.as_bytes())));
        }),
    ]);
    let times = timings.over_rounds(|of| of(0) / (of(1) + of(2)));
    verdict("times the hash plus one pass", times, "x", Budget::AtMost(2.0));
}

/// Percent-decodes into a buffer that stays, by a table, and refuses control characters and bad escapes. It knows
/// nothing of pairs, keys and fields.
#[derive(Default)]
struct Decoder {
    buffer: Vec<u8>,
}

/// What a byte stands for: itself, or something that needs a second look.
const CLASSES: [u8; 256] = {
    let mut classes = [PLAIN; 256];
    let mut byte = 0;
    while byte < 256 {
        if byte < 0x20 || byte == 0x7F {
            classes[byte] = CONTROL;
        }
        byte += 1;
    }
    classes[b'+' as usize] = PLUS;
    classes[b'%' as usize] = PERCENT;
    classes
};
const PLAIN: u8 = 0;
const PLUS: u8 = 1;
const PERCENT: u8 = 2;
const CONTROL: u8 = 3;

/// The value of a hexadecimal digit, 0xFF for anything else.
const DIGITS: [u8; 256] = {
    let mut digits = [0xFF; 256];
    let mut value = 0;
    while value < 16 {
        digits[b"0123456789abcdef"[value] as usize] = value as u8;
        digits[b"0123456789ABCDEF"[value] as usize] = value as u8;
        value += 1;
    }
    digits
};

impl Decoder {
    fn pass(&mut self, body: &[u8]) -> Option<&[u8]> {
        self.buffer.clear();
        self.buffer.resize(body.len(), 0);
        let mut from = 0;
        let mut to = 0;
        while from < body.len() {
            let byte = body[from];
            from += 1;
            self.buffer[to] = match CLASSES[usize::from(byte)] {
                PLAIN => byte,
                PLUS => b' ',
                PERCENT => {
                    let (high, low) = (*body.get(from)?, *body.get(from + 1)?);
                    let (high, low) = (DIGITS[usize::from(high)], DIGITS[usize::from(low)]);
                    from += 2;
                    let decoded = high << 4 | low;
                    if high | low > 0x0F || CLASSES[usize::from(decoded)] == CONTROL {
                        return None;
                    }
                    decoded
                }
                _ => return None,
            };
            to += 1;
        }
        self.buffer.get(..to)
    }
}

/// The body, signed by the joined text.
fn callback(signed: &str) -> String {
    let signature = Sha1::digest(signed.as_bytes()).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a String takes everything");
        text
    });
    let pairs = [
        ("recurring_type", "1"),
        ("member_name", "Siti Rahmawati Kusumaningrum"),
        ("member_email", "siti.rahmawati@surel.example.co.id"),
        ("member_email_notif", "t"),
        ("process_date", "20,22,25"),
        ("recurring_amount", "189000.00"),
        ("recurring_start_date", "2026-11-20"),
        ("recurring_end_date", "2027-11-20"),
        ("recurring_period", "M"),
        ("recurring_period_at", "1"),
        ("recurring_accumulate_at", "0"),
        ("recurring_status", "1"),
        ("payment_method", "1"),
        ("merchantid", "sophia_store"),
        ("merchant_tranid", "INV-20261120-000781-SUB"),
        ("err_code", "0"),
        ("err_desc", "No Error"),
        ("usr_code", "101"),
        ("usr_msg", "Your payment has been approved by the bank"),
        ("txn_status", "S"),
        ("custname", "Siti Rahmawati Kusumaningrum"),
        ("description", "Langganan Kopi Gayo – paket emas, 2 x 500 g / bulan"),
        ("currencycode", "IDR"),
        ("amount", "189000.00"),
        ("signature", &signature),
        ("transactionid", "8F3A2C91-77D0-4E15-9B62-0AA4C1D2E3F4"),
        ("trandate", "2026-11-20 10:41:07"),
        ("transactiontype", "3"),
        ("is_blacklisted", "No"),
        ("fraudrisklevel", "0"),
        ("fraudriskscore", "12"),
        ("exceed_high_risk", "No"),
        ("mparam1", "session=5f1c0d9e77aa4b02"),
        ("mparam2", "cart=99120;items=2"),
        ("acquirer_id", "000100012300045"),
        ("member_id", "MBR-0042917"),
        ("cardtype", "V"),
        ("card_no_partial", "411111XXXXXX1111"),
        ("cardname", "SITI RAHMAWATI K"),
        ("acquirer_bank", "005"),
        ("bank_res_code", "00"),
        ("bank_res_msg", "Approved or completed successfully"),
        ("auth_id", "T48213"),
        ("bank_reference", "632410048213"),
        ("whitelist_card", "No"),
        ("is_on_us", "No"),
    ];
    serde_urlencoded::to_string(&pairs[..]).expect("pairs of text")
}
