//! Three-valued logic, and how values of each kind compare.

use super::*;
use crate::table::{Endpoint, GatewayTable, RequestTable, Retry, Transport};
use crate::value::Values;
use crate::{Amount, Currency, DayList, Environment};

static TABLE: RequestTable = RequestTable {
    id: "t.t",
    gateway: &GatewayTable { id: "t", credentials: &[], settings: &[] },
    transport: Transport::ServerForm,
    endpoint: Endpoint { name: "e", sandbox: None, production: None },
    method: crate::table::Method::Post,
    path: "",
    authorization: crate::table::Authorization::None,
    fields: &[
        FieldSpec::new("count", "count", Kind::Integer { digits: 18 }, ""),
        FieldSpec::new("money", "money", MONEY, ""),
        FieldSpec::new("more", "more", Kind::Amount { decimals: 3, max: None, positive: false, currency: None }, ""),
        FieldSpec::new("day", "day", Kind::Date, ""),
        FieldSpec::new("days", "days", Kind::DayList { max: 9 }, ""),
        FieldSpec::new("text", "text", Kind::Text { max: None }, ""),
        FieldSpec::new("fixed", "fixed", Kind::Integer { digits: 1 }, "").by(By::Fixed("4")),
        FieldSpec::new("account", "account", Kind::Text { max: None }, "").by(By::Credential(0)),
        FieldSpec::new("currency", "currency", Kind::Code(&["IDR", "USD"]), "").by(By::Fixed("IDR")),
    ],
    credentials: &[],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Never,
    inquire: None,
    misspellings: &[],
}
.new();

const MONEY: Kind = Kind::Amount { decimals: 2, max: None, positive: false, currency: Some(8) };

const COUNT: Operand = Operand::Field(0);
const MONEY_FIELD: Operand = Operand::Field(1);
const MORE: Operand = Operand::Field(2);
const DAY: Operand = Operand::Field(3);
const DAYS: Operand = Operand::Count(4);
const TEXT: Operand = Operand::Field(5);

/// Looks at a message of these texts, by field index.
fn look<T>(texts: &[(usize, &str)], broken: u128, see: impl FnOnce(&View<'_>) -> T) -> T {
    let mut values = Values::new();
    for (index, text) in texts {
        values.put(*index, Value::text(text));
    }
    look_at(&values, broken, see)
}

fn look_at<T>(values: &Values<'_>, broken: u128, see: impl FnOnce(&View<'_>) -> T) -> T {
    let message = Outgoing {
        table: &TABLE,
        environment: &Environment::Sandbox,
        credentials: None,
        clock: Clock::fixed(Date::new(2026, 11, 20).unwrap()),
        building: false,
        given: crate::given::Given::new(TABLE.fields, values.as_slice(), None),
    };
    see(&View::sending(&message, broken))
}

/// What `left … right` is for `==`, `!=`, `<`, `<=`, `>`, `>=`: `1`, `0`, or `?` for unknown.
fn relations(view: &View<'_>, left: Operand, right: Operand) -> String {
    use Relation::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
    let all = [Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual];
    all.map(|relation| match view.compare(left, relation, right) {
        Some(true) => '1',
        Some(false) => '0',
        None => '?',
    })
    .iter()
    .collect()
}

const LESS: &str = "011100";
const SAME: &str = "100101";
const MORE_THAN: &str = "010011";
const UNKNOWN: &str = "??????";

#[test]
fn values_compare_by_their_kind() {
    let texts = [(0, "9"), (1, "10.50"), (2, "10.500"), (3, "2026-11-19"), (4, "1,20,21"), (5, "B")];
    look(&texts, 0, |view| {
        assert_eq!(relations(view, COUNT, Operand::Number(10)), LESS);
        assert_eq!(relations(view, COUNT, Operand::Number(9)), SAME);
        assert_eq!(relations(view, COUNT, Operand::Number(8)), MORE_THAN);
        assert_eq!(relations(view, MONEY_FIELD, Operand::Number(10)), MORE_THAN);
        assert_eq!(relations(view, Operand::Number(11), MONEY_FIELD), MORE_THAN);
        assert_eq!(relations(view, MONEY_FIELD, MORE), SAME);
        assert_eq!(relations(view, DAY, Operand::Today), LESS);
        assert_eq!(relations(view, Operand::Today, Operand::Today), SAME);
        assert_eq!(relations(view, DAYS, Operand::Number(3)), SAME);
        // Texts are equal or not; which is less isn't defined.
        assert_eq!(relations(view, TEXT, Operand::Text("B")), "10????");
        assert_eq!(relations(view, TEXT, Operand::Text("C")), "01????");
        assert_eq!(relations(view, DAY, Operand::Text("2026-11-19")), "10????");
        assert_eq!(relations(view, Operand::Field(6), Operand::Text("4")), "10????");
        assert_eq!(relations(view, Operand::Field(6), Operand::Number(4)), SAME);
    });
}

#[test]
fn typed_values_compare_as_their_texts_do() {
    let (amount, days) = (Amount::from_minor(1_050, Currency::IDR), DayList::new([1, 20, 21]).unwrap());
    let mut values = Values::new();
    values.put(0, Value::Integer(9));
    values.put(1, Value::Amount(&amount));
    values.put(3, Value::Date(Date::new(2026, 11, 19).unwrap()));
    values.put(4, Value::Days(&days));
    look_at(&values, 0, |view| {
        assert_eq!(relations(view, COUNT, Operand::Number(10)), LESS);
        assert_eq!(relations(view, MONEY_FIELD, Operand::Number(10)), MORE_THAN);
        assert_eq!(relations(view, DAY, Operand::Today), LESS);
        assert_eq!(relations(view, DAYS, Operand::Number(3)), SAME);
        assert_eq!(view.one_of(0, &["8", "9"]), Some(true));
        assert_eq!(view.one_of(1, &["10.50"]), Some(true));
        assert_eq!(view.one_of(4, &["01,20,21"]), Some(true));
    });
}

#[test]
fn what_is_absent_ill_formed_or_broken_is_unknown() {
    look(&[(0, "x"), (1, "1,5"), (3, "soon"), (4, "1,x")], 0, |view| {
        for (left, right) in [
            (COUNT, Operand::Number(1)),
            (MONEY_FIELD, Operand::Number(1)),
            (DAY, Operand::Today),
            (DAYS, Operand::Number(1)),
            (TEXT, Operand::Text("")),
            (Operand::Field(7), Operand::Text("")),
            (Operand::Count(5), Operand::Number(0)),
            (Operand::Field(99), Operand::Number(0)),
        ] {
            assert_eq!(relations(view, left, right), UNKNOWN, "{left:?}");
        }
        assert_eq!(view.one_of(5, &["B"]), None);
    });
    look(&[(0, "1"), (4, "1"), (5, "B")], 0b11_0001, |view| {
        assert_eq!(relations(view, COUNT, Operand::Number(1)), UNKNOWN);
        assert_eq!(relations(view, DAYS, Operand::Number(1)), UNKNOWN);
        assert_eq!(view.one_of(5, &["B"]), None);
        assert_eq!(view.present(5), Some(true), "what is broken is still there");
    });
}

#[test]
fn presence_is_always_known() {
    look(&[(5, "B")], 0, |view| {
        assert_eq!([0, 5, 6, 7].map(|field| view.present(field)), [Some(false), Some(true), Some(true), Some(true)]);
    });
}

#[test]
fn unknown_decides_only_what_it_must() {
    look(&[], 0, |view| {
        let (yes, no, unknown) = (Some(true), Some(false), None);
        assert_eq!(view.all(&[yes, yes]), yes);
        assert_eq!(view.all(&[yes, unknown]), unknown);
        assert_eq!(view.all(&[unknown, no]), no);
        assert_eq!(view.all(&[]), yes);
        assert_eq!(view.any(&[no, no]), no);
        assert_eq!(view.any(&[no, unknown]), unknown);
        assert_eq!(view.any(&[unknown, yes]), yes);
        assert_eq!(view.any(&[]), no);
        assert_eq!([view.not(yes), view.not(no), view.not(unknown)], [no, yes, unknown]);
    });
}

#[test]
fn money_in_another_currency_than_the_message_names_is_refused() {
    let dollars = Amount::from_minor(100, Currency::new("USD").unwrap());
    let mut values = Values::new();
    values.put(1, Value::Amount(&dollars));
    let message = Outgoing {
        table: &TABLE,
        environment: &Environment::Sandbox,
        credentials: None,
        clock: Clock::system(),
        building: false,
        given: crate::given::Given::new(TABLE.fields, values.as_slice(), None),
    };
    let list = crate::check::check(&message, &mut crate::check::Nobody);
    assert_eq!(list.len(), 1);
    assert_eq!([&list[0].field, &list[0].rule, &list[0].limit, &list[0].actual], ["money", "currency", "IDR", "USD"]);
}
