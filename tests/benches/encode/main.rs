//! What it costs to validate, sign and encode the recurring registration, all of its parameters filled: the generated
//! library against an encoder written by hand for this one form (the floor), and against what the usual crates do.

mod by_hand;
mod crates;
mod merchant;
#[path = "../rounds/mod.rs"]
mod rounds;

use rounds::{Budget, candidate, interleave, title, verdict};
use std::hint::black_box;
use validator::ValidateNonControlCharacter;

fn main() {
    let (client, issued, form, today) =
        (merchant::client(), merchant::merchant(), merchant::registration(), merchant::today());
    let mut body = Vec::new();
    let mut floor = by_hand::Encoder::default();
    let mut registration = crates::Registration::new(&issued, &form);
    let mut scratch = Vec::new();
    let mut hashed = Vec::new();

    client.encode(&form, &mut body).expect("a sound registration");
    let same = |other: &[u8]| {
        let pairs = |body: &[u8]| -> Vec<String> {
            body.split(|byte| *byte == b'&').map(|pair| String::from_utf8_lossy(pair).into_owned()).collect()
        };
        assert_eq!(pairs(&body), pairs(other));
    };
    same(floor.encode(&issued, today, &form).expect("a sound registration"));
    same(registration.encode(&issued, &mut scratch).expect("a sound registration").as_bytes());

    let pairs = body.split(|byte| *byte == b'&').count();
    let texts = registration.texts();
    title(&format!("encode: recurring registration, {pairs} pairs, {} bytes", body.len()));
    let timings = interleave(vec![
        candidate("faspay", &mut || {
            body.clear();
            client.encode(black_box(&form), &mut body).expect("a sound registration");
            black_box(&body);
        }),
        candidate("written by hand", &mut || {
            black_box(floor.encode(&issued, today, black_box(&form)).expect("a sound registration"));
        }),
        candidate("validator + serde_urlencoded", &mut || {
            black_box(black_box(&mut registration).encode(&issued, &mut scratch).expect("a sound registration"));
        }),
        candidate("of which non_control_character, in the third", &mut || {
            black_box(texts.iter().all(|text| black_box(text).validate_non_control_character()));
        }),
        candidate("of which hashes, in each", &mut || {
            let amount = b"189000.00";
            black_box(by_hand::sign(&mut hashed, &issued, &form.merchant_tranid, amount, &form.member_id));
        }),
    ]);
    let faster = timings.over_rounds(|of| of(2) / of(0));
    verdict("faster than validator + serde_urlencoded", faster, "x", Budget::AtLeast(5.0));
    let bare = timings.over_rounds(|of| (of(2) - of(3)) / of(0));
    println!("  {:<46} {bare:>9.2}x    were control characters let through", "");
    verdict("times the encoder written by hand", timings.over_rounds(|of| of(0) / of(1)), "x", Budget::AtMost(1.5));
}
