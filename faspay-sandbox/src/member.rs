//! The recurring service in JSON: changes of members and questions about them, and what it tells by itself when a day begins:
//! charges, retries of those that failed, and cards that are about to expire. No page says at which hour; here it is when the day does.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use faspay_spec::engine::{self, Date, Posted};
use faspay_spec::model::{Encoding, Inbound};

use crate::callback::Parcel;
use crate::checkout::App;
use crate::desk::{Judged, keep};
use crate::random;
use crate::state::Member;

/// Most days that begin in one leap of the clock; what lies behind them is skipped.
const MOST_DAYS: usize = 800;

/// `POST` of a merchant's server.
pub(crate) async fn receive(State(app): State<App>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match app.desk.judge(uri.path(), Encoding::Json, content_type, &body, app.store.now().date) {
        Judged::Unreadable(error) => {
            let status = if error.rule == "content-type" { StatusCode::UNSUPPORTED_MEDIA_TYPE } else { StatusCode::OK };
            (status, app.answer("30", &[])).into_response()
        }
        Judged::Refused { problems, .. } => {
            let code = problems.first().map_or("66", |problem| match (problem.rule.as_str(), problem.field.as_str()) {
                ("unknown-merchant" | "credential", _) => "03",
                ("mandatory", _) => "83",
                ("signature", _) => "55",
                (_, "recurring_amount") => "13",
                _ => "30",
            });
            app.answer(code, &[])
        }
        Judged::Sound { operation, account, posted } => {
            let Some(member) = app.store.member(account, posted.get("member_id").unwrap_or_default()) else {
                return app.answer("18", &[]);
            };
            if app.operation(operation).id == "recurring.update-member" {
                app.change_member(operation, account, &posted);
                return app.answer("00", &[]);
            }
            app.answer("00", &app.state_of_member(operation, account, &member))
        }
    }
}

impl App {
    /// An answer with a documented code, and the code's meaning for people.
    fn answer(&self, code: &str, more: &[(String, String)]) -> Response {
        let text =
            if code == "00" { Some("Sukses".to_owned()) } else { self.desk.meaning("recurring-response-code", code) };
        let mut pairs = more.to_vec();
        pairs.push(("response_code".to_owned(), code.to_owned()));
        pairs.push(("response_desc".to_owned(), text.unwrap_or_default()));
        ([(header::CONTENT_TYPE, "application/json")], engine::object(&pairs, &[])).into_response()
    }

    /// What the page says may change; everything else in the message is ignored.
    fn change_member(&self, operation: usize, account: usize, posted: &Posted) {
        const MAY_CHANGE: [&str; 6] = [
            "member_name",
            "member_email",
            "process_date",
            "recurring_amount",
            "recurring_end_date",
            "recurring_status",
        ];
        let mut told = keep(self.operation(operation), posted);
        told.retain(|name, _| MAY_CHANGE.contains(&name.as_str()));
        self.store.change_member(account, posted.get("member_id").unwrap_or_default(), told);
    }

    fn state_of_member(&self, operation: usize, account: usize, member: &Member) -> Vec<(String, String)> {
        let reply = self.operation(operation).on_reply.and_then(|reply| self.desk.gateway.inbound.get(reply));
        let fields = reply.map(|reply| reply.fields.as_slice()).unwrap_or_default();
        let text = |name: &str| match name {
            "merchant_id" => self.desk.accounts[account].get(name).map(str::to_owned),
            // A registration writes `t`.
            "recurring_status" | "member_email_notif" => {
                member.asked.get(name).map(|text| if text == "t" { "1".to_owned() } else { text.clone() })
            }
            _ => member.asked.get(name).cloned(),
        };
        fields.iter().filter_map(|field| Some((field.name.clone(), text(&field.name)?))).collect()
    }

    /// Lets the days from one to another begin, and tells the merchants what happens on them.
    pub(crate) fn days_begin(&self, from: Date, to: Date) {
        let Some(url) = self.callback_url.as_deref() else { return };
        let days = std::iter::successors(from.next(), |day| day.next()).take_while(|day| *day <= to);
        for day in days.take(MOST_DAYS) {
            let bodies = self.store.each_member(|account, id, member| {
                let mut bodies = Vec::new();
                bodies.extend(due(member, day).then(|| {
                    let charged = !expired(member, day);
                    member.owed = !charged;
                    self.notification(account, id, day, charged)
                }));
                if asked(member, "card_expire_notif") == "1" && a_month_before_expiry(member, day) {
                    bodies.push(self.card_expires(member));
                }
                bodies
            });
            for body in bodies.into_iter().flatten() {
                self.courier.send("", url, Parcel::json(body));
            }
        }
    }

    fn message(&self, id: &str) -> Option<&Inbound> {
        self.desk.gateway.inbound.iter().find(|inbound| inbound.id == id)
    }

    /// A charge, signed as the page says, numbers where its sample has them.
    fn notification(&self, account: usize, member: &str, day: Date, charged: bool) -> Option<String> {
        let account = &self.desk.accounts[account];
        let status = if charged { ("2", "Payment Success") } else { ("3", "Payment Failed") };
        let mut pairs: Vec<(String, String)> = [
            ("request", "Payment Notification"),
            ("trx_id", &random::uuid()),
            ("merchant_id", account.get("merchant_id")?),
            ("member_id", "1"),
            ("merchant_member_id", member),
            ("payment_reff", &format!("{member}_{}", day.to_string().replace('-', ""))),
            ("payment_date", &format!("{day} 00:00:00")),
            ("payment_status_code", status.0),
            ("payment_status_desc", status.1),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into();
        let signed =
            engine::sign_result(&self.desk.gateway, self.message("recurring.payment-notification")?, &pairs, account)?;
        // The page's sample is in lower case.
        pairs.push((signed.0, signed.1.to_ascii_lowercase()));
        pairs.push(("url_notif".to_owned(), self.callback_url.as_deref()?.to_owned()));
        Some(engine::object(&pairs, &["member_id", "payment_status_code"]))
    }

    /// A card that will expire, as the page's sample has it: unsigned, everything a text.
    fn card_expires(&self, member: &Member) -> Option<String> {
        let (month, year) = member.card.expiry;
        let texts = [
            ("member_id", "1".to_owned()),
            ("member_name", asked(member, "member_name").to_owned()),
            ("member_email", asked(member, "member_email").to_owned()),
            ("amount", asked(member, "recurring_amount").to_owned()),
            ("expired_date", format!("{year:04}-{month:02}")),
        ];
        let pairs: Vec<_> = texts.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        Some(engine::object(&pairs, &[]))
    }
}

fn asked<'a>(member: &'a Member, name: &str) -> &'a str {
    member.asked.get(name).map_or("", String::as_str)
}

/// Year, month and day.
fn parts(day: Date) -> (u32, u32, u32) {
    let text = day.to_string();
    let mut parts = text.split('-').map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

/// Whether a member is charged on a day: on the first day of `process_date` as often as the period says, on the others when the last
/// charge failed. No page says on which days charges that accumulate fall, so a member of these is never charged; of the
/// period D there is none, since no registration takes it and no update changes the period.
fn due(member: &Member, day: Date) -> bool {
    let date = |name: &str| Date::parse(asked(member, name));
    let (Some(start), Some(end)) = (date("recurring_start_date"), date("recurring_end_date")) else { return false };
    // The first payment was made on the day of the registration.
    if day <= start || day > end || !["t", "1"].contains(&asked(member, "recurring_status")) {
        return false;
    }
    let ((year, month, today), (first_year, first_month, _)) = (parts(day), parts(start));
    let mut days = asked(member, "process_date").split(',').map(|text| text.parse::<u32>().unwrap_or(0));
    let is_first = days.next() == Some(today);
    let is_retry = member.owed && days.any(|retry| retry == today);
    let every: u32 = asked(member, "recurring_period_at").parse().unwrap_or(1).max(1);
    let months = (year * 12 + month) - (first_year * 12 + first_month);
    // Only a 0 says that charges happen on `process_date`.
    if asked(member, "recurring_accumulate_at").parse() != Ok(0) {
        return false;
    }
    let regular = match asked(member, "recurring_period") {
        "M" => months.is_multiple_of(every),
        "Y" => month == first_month && (year - first_year).is_multiple_of(every),
        _ => false,
    };
    is_first && regular || is_retry
}

fn expired(member: &Member, day: Date) -> bool {
    let ((year, month, _), (last_month, last_year)) = (parts(day), member.card.expiry);
    (year, month) > (u32::from(last_year), u32::from(last_month))
}

fn a_month_before_expiry(member: &Member, day: Date) -> bool {
    let ((year, month, today), (last_month, last_year)) = (parts(day), member.card.expiry);
    today == 1 && year * 12 + month + 1 == u32::from(last_year) * 12 + u32::from(last_month)
}
