//! What becomes of a charge: every card of Pivot's simulation, captures of what was reserved, cancellations, and the time of a session.

use pivot_payment::codes::{
    CancellationReason, CaptureMethod, CaptureStatus, ChargeStatus, Event, FailureCode, SessionStatus, ThreeDsMethod,
};
use pivot_payment::session::{
    CancelSession, CancelSessionOptional, CaptureSession, CaptureSessionAmount, CaptureSessionOptional, CreateSession,
    CreateSessionOrderInformationBillingInfo, CreateSessionOrderInformationBillingInfoOptional, SessionReply,
};
use pivot_payment::{Amount, Callback, PaymentStatus, Received};

use super::refusals::status_of;
use super::shop::{CHALLENGED, Shop, confirmation, encrypted, id, payment_url, unconfirmed};

/// The page on simulation: what becomes of a card, and its Visa, its Mastercard and its JCB.
const CARDS: [(Option<FailureCode>, [&str; 3]); 14] = [
    (None, ["4440000112200001", "5550000112230001", "3550000112280001"]),
    (None, ["4440000112290002", "5550000112220002", "3550000112270002"]),
    (Some(FailureCode::DeclinedByChannel), ["4440000334480001", "5550000334410001", "3550000334460001"]),
    (Some(FailureCode::DeclinedByChannel), ["4440000334470002", "5550000334400002", "3550000334450002"]),
    (Some(FailureCode::DeclinedByChannel), ["4440000334460003", "5550000334490003", "3550000334440003"]),
    (Some(FailureCode::InvalidAccount), ["4440000334450004", "5550000334480004", "3550000334430004"]),
    (Some(FailureCode::AuthenticationFailed), ["4440000334440005", "5550000334470005", "3550000334420005"]),
    (Some(FailureCode::SuspectedFraud), ["4440000334430006", "5550000334460006", "3550000334410006"]),
    (Some(FailureCode::SuspectedFraud), ["4440000334420007", "5550000334450007", "3550000334400007"]),
    (Some(FailureCode::BlockedByFds), ["4440000334410008", "5550000334440008", "3550000334490008"]),
    (Some(FailureCode::RequireReview), ["4440000334400009", "5550000334430009", "3550000334480009"]),
    (Some(FailureCode::InsufficientFund), ["4440000334470010", "5550000334400010", "3550000334450010"]),
    (Some(FailureCode::ChannelUnavailable), ["4440000334460011", "5550000334490011", "3550000334440011"]),
    (Some(FailureCode::CancelledByUser), ["4440000334450012", "5550000334480012", "3550000334430012"]),
];

/// Charges a card through the API without authentication.
async fn charge(shop: &Shop, request: &CreateSession, number: &str, capture: CaptureMethod) -> Received<SessionReply> {
    let reply = shop.send(request).await.unwrap();
    let card = encrypted(reply.unverified(), number);
    let reply = shop.send(&confirmation(&id(&reply), card, capture, ThreeDsMethod::Never)).await.unwrap();
    assert_eq!(payment_url(&reply), None, "nobody is to authenticate");
    reply
}

fn ending(reply: &Received<SessionReply>) -> (Option<SessionStatus>, Option<ChargeStatus>, Option<FailureCode>) {
    let own = reply.unverified();
    let charge = own.data_charge_details().untrusted().last().unwrap();
    (own.data_status().untrusted(), charge.status(), charge.failure_code())
}

const PAID: (Option<SessionStatus>, Option<ChargeStatus>, Option<FailureCode>) =
    (Some(SessionStatus::Paid), Some(ChargeStatus::Success), None);

#[tokio::test]
async fn every_card_of_the_simulation_ends_as_documented() {
    let mut shop = Shop::open().await;
    for (failure, numbers) in CARDS {
        for number in numbers {
            let request = unconfirmed(&format!("SIM{number}"));
            let expected = shop.expected(&request);
            let reply = charge(&shop, &request, number, CaptureMethod::Automatic).await;
            let (wanted, status) = match &failure {
                None => (PAID, PaymentStatus::Paid),
                Some(_) => (
                    (Some(SessionStatus::Cancelled), Some(ChargeStatus::Failed), failure.clone()),
                    PaymentStatus::NotPaid,
                ),
            };
            assert_eq!(ending(&reply), wanted, "{number}");
            let why = reply.unverified().data_cancellation_reason().untrusted();
            assert_eq!(why, failure.is_some().then_some(CancellationReason::ChargeFailed), "{number}");
            shop.settles(&id(&reply), &expected, status).await;
        }
    }
}

#[tokio::test]
async fn a_foreign_card_pays_with_a_billing_address() {
    let shop = Shop::open().await;
    for (at, number) in ["4448100334430014", "5558100334460014", "3558100334410014"].into_iter().enumerate() {
        let mut request = unconfirmed(&format!("BARE{at}"));
        let reply = charge(&shop, &request, number, CaptureMethod::Automatic).await;
        assert_eq!(ending(&reply).2, Some(FailureCode::DeclinedByChannel));
        request.client_reference_id = format!("BILLED{at}");
        request.order_information.optional.billing_info = Some(CreateSessionOrderInformationBillingInfo {
            given_name: "Siti".into(),
            email: "siti@example.test".into(),
            optional: CreateSessionOrderInformationBillingInfoOptional {
                address_line1: Some("Golf Street".into()),
                ..Default::default()
            },
        });
        let reply = charge(&shop, &request, number, CaptureMethod::Automatic).await;
        assert_eq!(ending(&reply), PAID);
    }
}

#[tokio::test]
async fn what_is_reserved_is_captured_in_parts_and_no_further() {
    let mut shop = Shop::open().await;
    let request = unconfirmed("RESERVED");
    let expected = shop.expected(&request);
    let reply = charge(&shop, &request, CHALLENGED, CaptureMethod::Manual).await;
    let reserved = (Some(SessionStatus::Processing), Some(ChargeStatus::WaitingForCapture), None);
    assert_eq!(ending(&reply), reserved);
    let id = id(&reply);
    let capture = |value: Option<u64>, release: bool| CaptureSession {
        id: id.clone(),
        release_remaining_amount: release,
        optional: CaptureSessionOptional {
            amount: value.map(|value| CaptureSessionAmount { value: Amount::idr(value) }),
            ..Default::default()
        },
    };
    assert_eq!(status_of(shop.send(&capture(Some(10_001), false)).await), 400);
    let reply = shop.send(&capture(Some(4_000), false)).await.unwrap();
    let own = reply.unverified();
    assert_eq!(own.data_status().untrusted(), Some(CaptureStatus::Success));
    assert_eq!(own.data_payment_session_id().untrusted(), Some(id.as_str()));
    assert_eq!(own.data_payment_session_client_reference_id().untrusted(), Some("RESERVED"));
    assert_eq!(own.data_amount_value().untrusted(), Some(Amount::idr(4_000)));
    assert_eq!(shop.status(&id, &expected).await, PaymentStatus::Pending);
    assert_eq!(status_of(shop.send(&capture(Some(6_001), false)).await), 400, "6000 are left");
    let reply = shop.send(&capture(None, false)).await.unwrap();
    assert_eq!(reply.unverified().data_amount_value().untrusted(), Some(Amount::idr(6_000)), "the rest");
    shop.settles(&id, &expected, PaymentStatus::Paid).await;
    assert_eq!(status_of(shop.send(&capture(None, false)).await), 422, "nothing is left");

    let reply = charge(&shop, &unconfirmed("RELEASED"), CHALLENGED, CaptureMethod::Manual).await;
    let released = CaptureSession { id: super::shop::id(&reply), ..capture(Some(1), true) };
    shop.send(&released).await.unwrap();
    assert_eq!(ending(&shop.retrieve(&released.id).await), PAID, "what isn't taken is released");
}

#[tokio::test]
async fn a_session_is_cancelled_while_it_waits_for_its_confirmation_and_not_after() {
    let mut shop = Shop::open().await;
    let request = unconfirmed("OFF1");
    let expected = shop.expected(&request);
    let reply = shop.send(&request).await.unwrap();
    let optional = CancelSessionOptional {
        cancellation_reason: Some(CancellationReason::Duplicated),
        ..CancelSessionOptional::default()
    };
    let cancel = CancelSession { id: id(&reply), optional };
    let reply = shop.send(&cancel).await.unwrap();
    assert_eq!(reply.unverified().data_status().untrusted(), Some(SessionStatus::Cancelled));
    assert_eq!(reply.unverified().data_cancellation_reason().untrusted(), Some(CancellationReason::Duplicated));
    shop.settles(&cancel.id, &expected, PaymentStatus::NotPaid).await;
    assert_eq!(status_of(shop.send(&cancel).await), 422);
    let card = encrypted(shop.send(&unconfirmed("OFF2")).await.unwrap().unverified(), CHALLENGED);
    let late = confirmation(&cancel.id, card, CaptureMethod::Automatic, ThreeDsMethod::Never);
    assert_eq!(status_of(shop.send(&late).await), 422, "a cancelled session takes no card");
}

#[tokio::test]
async fn a_session_expires_and_no_callback_tells_of_it() {
    let mut shop = Shop::open().await;
    let reply = shop.send(&unconfirmed("LATE")).await.unwrap();
    shop.control("clock", &[("today", "2026-11-22")]).await;
    assert_eq!(shop.retrieve(&id(&reply)).await.unverified().data_status().untrusted(), Some(SessionStatus::Expired));
    assert!(shop.callbacks.try_recv().is_err());
}

/// How often a session that is paid is told of when the merchant's server answers so at first.
async fn deliveries(shop: &mut Shop, order: &str, answers: &[u16]) -> usize {
    shop.answers.lock().unwrap().extend(answers);
    charge(shop, &unconfirmed(order), CHALLENGED, CaptureMethod::Automatic).await;
    loop {
        let state = shop.state().await;
        let last = state["callbacks"].as_array().unwrap().last().unwrap().clone();
        if last["state"] != "pending" {
            let mut told = 0;
            while let Ok(own) = shop.callbacks.try_recv() {
                let callback = Callback::parse("application/json", &own.body).unwrap();
                let Callback::SessionCallback(callback) = callback else { unreachable!() };
                assert_eq!(callback.unverified().event().untrusted(), Some(Event::PaymentPaid));
                told += 1;
            }
            shop.answers.lock().unwrap().clear();
            return told;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_callback_comes_again_after_5xx_408_and_429_and_after_nothing_else() {
    let mut shop = Shop::open().await;
    assert_eq!(deliveries(&mut shop, "C1", &[]).await, 1);
    assert_eq!(deliveries(&mut shop, "C2", &[500, 408, 429]).await, 4);
    assert_eq!(deliveries(&mut shop, "C3", &[400]).await, 1);
    assert_eq!(deliveries(&mut shop, "C4", &[503, 302]).await, 2);
}
