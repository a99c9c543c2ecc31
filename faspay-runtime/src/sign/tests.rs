//! Digests against values that were computed elsewhere: `published` ones are printed in public documents, the others
//! follow from the documented formulas.

use super::*;

fn sha1(text: &str) -> String {
    let mut hasher = Hasher::new(Digest::Sha1Hex);
    hasher.feed(text.as_bytes());
    hasher.finish().written().as_str().to_owned()
}

fn sha1_of_md5(text: &str) -> String {
    let mut hasher = Hasher::new(Digest::Sha1OfMd5Hex);
    hasher.feed(text.as_bytes());
    hasher.finish().written().as_str().to_owned()
}

fn sha256(text: &str) -> String {
    let mut hasher = Hasher::new(Digest::Sha256Base64);
    hasher.feed(text.as_bytes());
    hasher.finish().written().as_str().to_owned()
}

#[test]
fn sha256_goes_out_in_base64() {
    for (over, is) in [
        // printf '…' | openssl dgst -sha256 -binary | base64
        ("##MPGS_PURCHASE##ABCDE##TKN106##10000.00##0##", "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8APN0="),
        ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
        ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    ] {
        assert_eq!(sha256(over), is, "{over}");
    }
}

#[test]
fn a_received_digest_in_base64_has_one_text() {
    let read = |text: &str| Sum::read(Digest::Sha256Base64, text);
    let right = "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8APN0=";
    let sum = read(right).unwrap();
    assert_eq!(sum.written().as_str(), right);
    assert!(bool::from(sum.agrees(&read(right).unwrap())));
    assert!(!bool::from(sum.agrees(&read("AqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8APN0=").unwrap())));
    assert!(!bool::from(sum.agrees(&Sum::read(Digest::Sha1Hex, &"0".repeat(40)).unwrap())));
    for bad in [
        "",
        // Trailing bits that no digest leaves there.
        "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8APN1=",
        "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8APN3=",
        // Padding: none, and too much.
        "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8APN0",
        "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8APN0==",
        "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8APN==",
        // Another alphabet, white space, more and fewer bytes, hexadecimal.
        "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ_qoNYE8APN0=",
        "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ qoNYE8APN0=",
        "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8APN0=\n",
        "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8APN0A",
        "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8A",
        "06a0957d661e0a2d8268575cd03a9ec6890568cf26698189feaa0d604f003cdd",
        "06a0957d661e0a2d8268575cd03a9ec6890568cf",
    ] {
        assert!(read(bad).is_none(), "{bad:?}");
    }
    assert!(Sum::read(Digest::Sha1Hex, right).is_none());
}

#[test]
fn published_card_signatures_are_reproduced() {
    for (over, is) in [
        ("##TEST01##059B8125F##20061123_003##100.00##50126##", "537BDA3DBD1D7F5D763F9880E18AFC1C83BC9353"),
        ("##TEST01##4E62f498C##OID00001##192.00##A##", "D8F437D951EC1DABB52127A22F91748B473658DC"),
        ("##COMMONWEALTH##ABCDE##2019061200757##100000.00##E##", "7EA82428BB17D204C74E53C7CC0FD5F28903D068"),
        (
            "##COMMONWEALTH##ABCDE##2019061200757##100000.00##66A93765-1DC2-46FD-B542-267AF1B75AE4##",
            "a2389173c0e667ab5a8e7491d5712c9a40683178",
        ),
    ] {
        assert_eq!(sha1(over), is.to_ascii_lowercase(), "{over}");
    }
}

#[test]
fn computed_card_signatures_are_reproduced() {
    for (over, is) in [
        ("##COMMONWEALTH##ABCDE##2019061200757##100000.00##0##", "a8018cb347e9464bb456d45369481dc7d4a37021"),
        ("##TEST01##059B8125F##20061123_003##100.00##0##", "05bd4d5ee4b39218fd7a0021b4b99e17de557790"),
        ("##TESTER_01##P@SS W0RD&+=##ORD/1#2##1.00##0##", "19955e235783ec14be88dd246920289a1a48f31c"),
        ("##FASPAY##ABCDE##ZERO##0.00##0##", "d79c3e43f67fbc3837cb911c4ae8c1a0232b1001"),
        ("##SOPHIA_STORE##ABCDE##V-2##5000.00##39515##", "f1b529797247f27973428556b1724a6afa8fce05"),
        ("##SOPHIA_STORE##ABCDE##R-2##5000.00##39515##", "f0b632d017458450213f9947c8a93714afc45c9c"),
        ("##SOPHIA_STORE##ABCDE##I 2&x=y##5000.00##0##", "e092ae2f8cb9afc784e2ad559016ced314f89f0e"),
        ("##FASPAY##ABCDE##reg-abc##150000.00##0##", "8296f11fa9320019ffc2c84864e239309858d48a"),
    ] {
        assert_eq!(sha1(over), is, "{over}");
    }
}

#[test]
fn account_signatures_are_reproduced() {
    for (over, is) in [
        ("bot98765p@ssw0rd98765123456789", "5807a17ccd950904ec0a303725fa8a4b36c89e2f"),
        ("bot99999p@ssw0rd4732", "1f481afadffd1d542172796ca5fb97fd6e1bc138"),
        ("bot33608p@ssw0rd9876512345678102", "3cb86dcac28937b44c4c6030043b9de3a785a579"),
        ("bot99999p'w$1\\xmember-77", "9c82965e6ca0aef215dfb41031c2f61ad1101710"),
        ("bot99999p@ssw0rdM-é-1", "545bd94e39e489c368a5b49b8f9fa209a9e0c418"),
    ] {
        assert_eq!(sha1_of_md5(over), is, "{over}");
    }
}

#[test]
fn only_ascii_letters_are_upper_cased() {
    let mut hasher = Hasher::new(Digest::Sha1Hex);
    hasher.feed_upper("straße ı ﬁ é [{`az@".as_bytes());
    let upper = hasher.finish().written().as_str().to_owned();
    assert_eq!(upper, sha1("STRAßE ı ﬁ é [{`AZ@"));
}

#[test]
fn pieces_of_any_size_make_the_same_digest_as_the_whole() {
    let whole: String = (0..1_000).map(|number| char::from(b'a' + (number % 26) as u8)).collect();
    for size in [1, 2, 3, 63, 64, 65, 191, 192, 193, 500, 1_000] {
        let mut plain = Hasher::new(Digest::Sha1Hex);
        let mut upper = Hasher::new(Digest::Sha1OfMd5Hex);
        for piece in whole.as_bytes().chunks(size) {
            plain.feed(piece);
            upper.feed_upper(piece);
        }
        assert_eq!(plain.finish().written().as_str(), sha1(&whole), "{size}");
        assert_eq!(upper.finish().written().as_str(), sha1_of_md5(&whole.to_ascii_uppercase()), "{size}");
        let mut other = Hasher::new(Digest::Sha256Base64);
        whole.as_bytes().chunks(size).for_each(|piece| other.feed(piece));
        assert_eq!(other.finish().written().as_str(), sha256(&whole), "{size}");
    }
}

#[test]
fn a_received_digest_has_exactly_forty_hexadecimal_digits() {
    let hex = "537BDA3DBD1D7F5D763F9880E18AFC1C83BC9353";
    let sum = Sum::read(Digest::Sha1Hex, hex).unwrap();
    assert_eq!(sum.written().as_str(), hex.to_ascii_lowercase());
    let mixed = Sum::read(Digest::Sha1Hex, "537bDA3dbd1d7F5d763f9880e18AFc1C83bC9353").unwrap();
    assert!(bool::from(sum.agrees(&mixed)));
    let other = Sum::read(Digest::Sha1Hex, "537BDA3DBD1D7F5D763F9880E18AFC1C83BC9354").unwrap();
    assert!(!bool::from(sum.agrees(&other)));
    for bad in [
        "",
        "537BDA3DBD1D7F5D763F9880E18AFC1C83BC935",
        "537BDA3DBD1D7F5D763F9880E18AFC1C83BC93530",
        " 37BDA3DBD1D7F5D763F9880E18AFC1C83BC9353",
        "0x7BDA3DBD1D7F5D763F9880E18AFC1C83BC9353",
        "G37BDA3DBD1D7F5D763F9880E18AFC1C83BC9353",
        "U3vaPb0df112P5iA4Yr8HIO8k1M=U3vaPb0df112",
        "５37BDA3DBD1D7F5D763F9880E18AFC1C83BC93",
    ] {
        assert!(Sum::read(Digest::Sha1Hex, bad).is_none(), "{bad:?}");
    }
}
