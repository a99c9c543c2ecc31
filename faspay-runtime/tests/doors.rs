//! Between the web and the types of trust: what is received comes out verified or is refused with one answer for all; and the small
//! things that the by-name door says of names, settings and recipes.

#[rustfmt::skip] // laid out like generated code
mod mini;

use faspay_runtime::dynamic::{self, Context, NamedCredentials, Piece, Recipe, Through};
use faspay_runtime::receiving::{Answer, MOST_BYTES, Refused, receive, receive_return, receive_return_query};
use faspay_runtime::table::{Case, Digest};
use faspay_runtime::{
    Amount, BrowserReturn, Client, Credentials as _, Environment, ReceiveError, Received, SettingValue, SignedCase,
    VerifyError,
};
use mini::{Credentials, FORM, GATEWAY, MemberNews, PAY, Pay, PayOptional, PayResult, RESULT, clock, credentials};

// sha1 of ##SHOP##ABCDE##INV-7##5000.00##S##
const PAID: &str = "MERCHANTID=shop&MERCHANT_TRANID=INV-7&CURRENCYCODE=IDR&AMOUNT=5000.00&TXN_STATUS=S&CUSTNAME=Ann&\
                    SIGNATURE=ffc5c8700af11524c243597acf191f578ca0ddeb";

#[test]
fn what_a_server_or_a_browser_brings_is_verified_or_refused() {
    let (own, paid) = (credentials(), PAID.as_bytes());
    let verified = receive::<Received<PayResult>>(Some(FORM), paid, &own).unwrap();
    assert_eq!(verified.merchant_tranid(), Some("INV-7"));
    assert!(receive_return::<BrowserReturn<PayResult>>(Some(FORM), paid, &own).is_ok());
    assert!(receive_return_query::<BrowserReturn<PayResult>>(PAID, &own).is_ok());

    let unreadable = |error| Some(Refused::Unreadable(error));
    assert_eq!(receive::<Received<PayResult>>(None, paid, &own).err(), unreadable(ReceiveError::ContentType));
    assert_eq!(
        receive_return::<BrowserReturn<PayResult>>(None, paid, &own).err(),
        unreadable(ReceiveError::ContentType)
    );
    assert_eq!(
        receive::<Received<PayResult>>(Some(FORM), b"amount", &own).err(),
        unreadable(ReceiveError::MalformedPair)
    );
    let forged = PAID.replace("5000.00", "50.00");
    let not_vouched = || Some(Refused::NotVouched(VerifyError::NotValid));
    assert_eq!(receive::<Received<PayResult>>(Some(FORM), forged.as_bytes(), &own).err(), not_vouched());
    assert_eq!(receive_return_query::<BrowserReturn<PayResult>>(&forged, &own).err(), not_vouched());
    let unsigned = receive::<Received<MemberNews>>(Some(FORM), b"member_id=1", &own).err();
    assert_eq!(unsigned, Some(Refused::NotVouched(VerifyError::Unsigned)));
}

#[test]
fn as_many_bytes_are_read_as_the_limit_says() {
    let body = |bytes: usize| format!("custname={}", "x".repeat(bytes - "custname=".len())).into_bytes();
    let read = |bytes| receive::<Received<PayResult>>(Some(FORM), &body(bytes), &credentials()).err();
    assert_eq!(MOST_BYTES, 64 * 1024);
    assert_eq!(read(MOST_BYTES), Some(Refused::NotVouched(VerifyError::NotValid)));
    assert_eq!(read(MOST_BYTES + 1), Some(Refused::Unreadable(ReceiveError::TooLarge)));
}

#[test]
fn an_answer_tells_a_stranger_nothing() {
    let answer = |refused: Refused| (refused.answer().status(), refused.answer().body().to_owned());
    let said = |status, text: &str| (status, format!("{text}.\n"));
    assert_eq!(answer(Refused::Unreadable(ReceiveError::TooLarge)), said(413, "Too large"));
    assert_eq!(answer(Refused::Unreadable(ReceiveError::ContentType)), said(415, "Neither a form nor JSON in UTF-8"));
    assert_eq!(answer(Refused::Slow), said(408, "Too slow"));
    for other in [
        Refused::Unreadable(ReceiveError::MalformedPair),
        Refused::Unreadable(ReceiveError::TooManyPairs),
        Refused::NotVouched(VerifyError::NotValid),
        Refused::NotVouched(VerifyError::Unsigned),
        Refused::Broken,
    ] {
        assert_eq!(answer(other), said(400, "Not accepted"));
    }
    let own = [Answer::acknowledge(), Answer::acknowledge_with("OK"), Answer::not_now()];
    let own = own.map(|answer| (answer.status(), answer.body().to_owned()));
    assert_eq!(own, [(200, String::new()), (200, "OK".to_owned()), said(503, "Not now")]);
    let headers = Answer::not_now().headers();
    for header in [
        ("content-type", "text/plain; charset=utf-8"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert!(headers.contains(&header), "{header:?}");
    }
}

#[test]
fn the_merchant_is_told_why() {
    let text = |refused: Refused| refused.to_string();
    assert_eq!(text(Refused::Unreadable(ReceiveError::TooLarge)), ReceiveError::TooLarge.to_string());
    assert_eq!(text(Refused::NotVouched(VerifyError::NotValid)), VerifyError::NotValid.to_string());
    assert_eq!(text(Refused::Broken), "the body broke off");
    assert_eq!(text(Refused::Slow), "the body took too long to arrive");
}

fn pay() -> Pay {
    Pay { merchant_tranid: "INV-7".to_owned(), amount: Amount::idr(5_000), optional: PayOptional::default() }
}

#[test]
fn a_client_and_what_it_prepares_show_where_they_go() {
    let client = Client::new(Environment::Production, credentials(), clock());
    assert!(matches!(client.environment(), Environment::Production));
    assert_eq!(client.credentials().merchantid, "shop");
    assert!(format!("{client:?}").contains("Production"));
    let prepared = client.prepare(&pay()).unwrap();
    assert_eq!((prepared.method(), prepared.url()), ("POST", "https://mini.test/pay"));
    let shown = format!("{prepared:?}");
    for part in ["mini.pay", "POST", "https://mini.test/pay", "MERCHANT_TRANID=\"INV-7\""] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let form = prepared.form_body();
    assert_eq!((&*prepared.body(), prepared.fields().len()), (&*form, 5));
    let built = prepared.into_built();
    assert_eq!((built.body(), built.expected.as_ref().map(|asked| asked.order())), (form, Some("INV-7")));

    let sandbox = Client::new(Environment::Sandbox, credentials(), clock());
    let optional = mini::InquireOptional::default();
    let request = sandbox.server_request(&mini::Inquire { merchant_tranid: "A".to_owned(), optional }).unwrap();
    let shown = format!("{request:?}");
    assert!(shown.contains("POST") && shown.contains("https://sandbox.mini.test/pay/api"), "{shown}");
    assert!(sandbox.validate(&pay()).is_ok());
}

#[test]
fn a_constant_of_the_form_is_not_masked_and_a_refusal_names_the_violations() {
    let shown = Credentials { send_txn_password: Some(true), ..credentials() };
    let prepared = Client::new(Environment::Sandbox, shown, clock()).prepare(&pay()).unwrap();
    let fields = format!("{:?}", prepared.fields());
    assert!(fields.contains("MERCHANTID=\"shop\"") && fields.contains("TXN_PASSWORD=\"***\""), "{fields}");
    let empty = Pay { merchant_tranid: String::new(), ..pay() };
    let client = Client::new(Environment::Sandbox, credentials(), clock());
    let refused = client.prepare(&empty).unwrap_err().to_string();
    assert!(refused.contains("merchant_tranid"), "{refused}");
}

fn hint(name: &str) -> Option<String> {
    let context = Context { environment: &Environment::Sandbox, credentials: None, clock: clock(), fresh_key: None };
    let params = [("merchant_tranid", "A"), ("currencycode", "IDR"), ("amount", "1"), (name, "x")];
    let list = dynamic::validate(&PAY, &params, context).into_vec();
    assert_eq!((list.len(), list[0].field.as_str()), (1, name), "{list:?}");
    let (_, meant) = list[0].message.split_once("did you mean `")?;
    Some(meant.split('`').next().unwrap().to_owned())
}

#[test]
fn a_name_is_near_within_two_letters() {
    for (name, near) in [
        ("amoun", "amount"),
        ("amou", "amount"),
        ("xamount", "amount"),
        ("xxamount", "amount"),
        ("amountxx", "amount"),
        ("amxxnt", "amount"),
        ("maount", "amount"),
        ("day", "days"),
        ("ds", "days"),
        ("adys", "days"),
        ("start", "starts"),
        ("txnpasswrd", "txn_password"),
        ("merchant_id", "merchantid"),
    ] {
        assert_eq!(hint(name).as_deref(), Some(near), "{name}");
    }
    for far in ["amo", "xxxamount", "amountxxx", "xmxuxt", "d", "x", "sgntr", "amount_of_it", "tnuoma"] {
        assert_eq!(hint(far), None, "{far}");
    }
}

#[test]
fn settings_by_name_are_read_as_what_they_are() {
    let with = |name: &'static str, text: &'static str| {
        let named = NamedCredentials::new(&GATEWAY, [(name, text)]).unwrap();
        (named.get(0).map(str::to_owned), named.get(1).map(str::to_owned), named.setting(0), named.setting(1))
    };
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(with("merchantid", "shop"), (text("shop"), None, None, None));
    assert_eq!(with("txn_password", "abcde"), (None, text("abcde"), None, None));
    assert_eq!(with("txn_password", ""), (None, None, None, None));
    assert_eq!(with("send_txn_password", "true"), (None, None, Some(SettingValue::Send(true)), None));
    assert_eq!(with("send_txn_password", "false"), (None, None, Some(SettingValue::Send(false)), None));
    assert_eq!(with("send_txn_password", ""), (None, None, None, None));
    assert_eq!(with("merchant_tranid_case", "as-is").3, Some(SettingValue::Case(SignedCase::AsIs)));
    assert_eq!(with("merchant_tranid_case", "upper").3, Some(SettingValue::Case(SignedCase::Upper)));
    for (name, wrong, told) in [
        ("send_txn_password", "upper", "`send_txn_password` must be true or false"),
        ("merchant_tranid_case", "true", "`merchant_tranid_case` must be \"as-is\" or \"upper\""),
        ("merchant_tranid_case", "UPPER", "`merchant_tranid_case` must be \"as-is\" or \"upper\""),
        ("merchant", "x", "the gateway has no credential or setting \"merchant\""),
    ] {
        assert_eq!(NamedCredentials::new(&GATEWAY, [(name, wrong)]).err().unwrap().to_string(), told);
    }
    let shown = format!("{:?}", NamedCredentials::new(&GATEWAY, [("merchantid", "shop")]).unwrap());
    assert!(shown.starts_with("NamedCredentials") && shown.contains("mini"), "{shown}");
}

#[test]
fn an_expectation_without_a_text_is_none_and_more_than_the_payment_may_be_expected() {
    let named = NamedCredentials::new(
        &GATEWAY,
        [("merchantid", "SHOP"), ("txn_password", "abcde"), ("send_txn_password", "false")],
    )
    .unwrap();
    let judge = |more: &[(&str, &str)]| {
        let asked = [("merchant_tranid", "INV-7"), ("amount", "5000"), ("currencycode", "IDR")];
        let all: Vec<_> = asked.into_iter().chain(more.iter().copied()).collect();
        let verdict = dynamic::verify(&RESULT, Through::Server, FORM, PAID.as_bytes(), &named, Some(&all));
        (verdict.trust, verdict.problems.iter().map(|one| format!("{} {}", one.field, one.rule)).collect::<Vec<_>>())
    };
    assert_eq!(judge(&[]), ("reconciled", vec![]));
    let shown = format!("{:?}", dynamic::verify(&RESULT, Through::Server, FORM, PAID.as_bytes(), &named, None));
    for part in ["signature: \"valid\"", "trust: \"verified\"", "custname=\"***\"", "merchantid=\"shop\""] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    assert_eq!(judge(&[("custname", ""), ("nothing", "")]), ("reconciled", vec![]));
    assert_eq!(judge(&[("custname", "Ann"), ("txn_status", "S")]), ("reconciled", vec![]));
    assert_eq!(judge(&[("txn_status", "E")]), ("verified", vec!["txn_status mismatch".to_owned()]));
}

#[test]
fn a_recipe_is_tried_on_values_of_any_origin() {
    let recipe = |case| Recipe {
        name: "r",
        digest: Digest::Sha1Hex,
        pieces: Box::leak(Box::new([
            Piece::Text("##a"),
            Piece::Value("id", case),
            Piece::Text("-"),
            Piece::Value("rest", Case::AsIs),
        ])),
    };
    let resolve = |name: &str| match name {
        "id" => Some("é-x"),
        "rest" => Some("y"),
        _ => None,
    };
    for (case, upper, expected) in [
        (Case::AsIs, true, "##aé-x-y"),
        (Case::Upper, false, "##aé-X-y"),
        (Case::Setting(0), false, "##aé-x-y"),
        (Case::Setting(0), true, "##aé-X-y"),
    ] {
        let (text, digest) = dynamic::recipe(&recipe(case), resolve, upper).unwrap();
        assert_eq!((text.as_str(), digest.as_str()), (expected, mini::sha1(expected).as_str()), "{case:?} {upper}");
    }
    assert!(dynamic::recipe(&recipe(Case::AsIs), |name| resolve(name).filter(|_| name != "rest"), false).is_none());
}
