//! Digests against values that were computed elsewhere: `published` ones are printed in public documents, the others
//! follow from the documented formulas.

use super::*;

fn sha1(text: &str) -> String {
    let mut hasher = Hasher::new(Digest::Sha1Hex);
    hasher.feed(text.as_bytes());
    String::from_utf8(to_hex(&hasher.finish()).to_vec()).unwrap()
}

fn sha1_of_md5(text: &str) -> String {
    let mut hasher = Hasher::new(Digest::Sha1OfMd5Hex);
    hasher.feed(text.as_bytes());
    String::from_utf8(to_hex(&hasher.finish()).to_vec()).unwrap()
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
    let upper = String::from_utf8(to_hex(&hasher.finish()).to_vec()).unwrap();
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
        assert_eq!(to_hex(&plain.finish()), *sha1(&whole).as_bytes(), "{size}");
        assert_eq!(to_hex(&upper.finish()), *sha1_of_md5(&whole.to_ascii_uppercase()).as_bytes(), "{size}");
    }
}

#[test]
fn a_received_digest_has_exactly_forty_hexadecimal_digits() {
    let hex = "537BDA3DBD1D7F5D763F9880E18AFC1C83BC9353";
    let sum = Sum::from_hex(hex).unwrap();
    assert_eq!(to_hex(&sum), *hex.to_ascii_lowercase().as_bytes());
    let mixed = Sum::from_hex("537bDA3dbd1d7F5d763f9880e18AFc1C83bC9353").unwrap();
    assert!(bool::from(sum.agrees(&mixed)));
    let other = Sum::from_hex("537BDA3DBD1D7F5D763F9880E18AFC1C83BC9354").unwrap();
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
        assert!(Sum::from_hex(bad).is_none(), "{bad:?}");
    }
}
