import Database
import Domain

/// Which rows of one subject are over a limit, as a query of `id` and `began`. A request or person that somebody still waits for is never among them.
struct RetentionSelection {
    let town: Int
    let limit: Moment

    func rows(_ subject: RetentionRule.Subject) -> SQL {
        switch subject {
        case .unansweredRequests: unansweredRequests
        case .unansweredOffers: unansweredOffers
        case .endedUnanswered: ended("r.outcome IS NULL OR r.outcome = 'not_helped'")
        case .fulfilledRequests: ended("r.outcome IN ('helped', 'partly')")
        case .withdrawnOffers:
            """
            SELECT o.id AS id, o.updated_at AS began FROM offers o
            WHERE o.town_id = \(town) AND o.status = 'withdrawn' AND o.updated_at < \(limit)
            """
        case .messages: messages
        case .inactiveAccounts: inactiveAccounts
        case .peopleWithoutRequest: peopleWithoutRequest
        case .sentMails:
            """
            SELECT o.id AS id, coalesce(o.sent_at, o.created_at) AS began FROM outbound_mails o
            WHERE o.town_id = \(town) AND coalesce(o.sent_at, o.created_at) < \(limit)
            """
        case .consentProofs:
            "SELECT c.id AS id, c.kept_from AS began FROM consent_proofs c WHERE c.town_id = \(town) AND c.kept_from < \(limit)"
        case .answeredRights:
            "SELECT q.id AS id, q.answered_at AS began FROM rights_requests q WHERE q.town_id = \(town) AND q.answered_at < \(limit)"
        case .decidedReports: decidedReports
        case .noShows:
            """
            SELECT n.id AS id, coalesce(n.decided_at, n.recorded_at, n.noted_at) AS began FROM no_shows n
            WHERE n.town_id = \(town) AND coalesce(n.decided_at, n.recorded_at, n.noted_at) < \(limit)
            """
        case .stoppedOrganisations: stoppedOrganisations
        case .calls:
            """
            SELECT c.id AS id, coalesce(c.ended_at, c.saved_at) AS began FROM calls c
            WHERE c.town_id = \(town) AND coalesce(c.ended_at, c.saved_at) < \(limit)
            """
        case .concerns:
            "SELECT c.id AS id, c.closed_at AS began FROM concerns c WHERE c.town_id = \(town) AND c.closed_at < \(limit)"
        case .duties:
            "SELECT d.id AS id, d.until_at AS began FROM duties d WHERE d.town_id = \(town) AND d.until_at < \(limit)"
        case .endedActivations:
            """
            SELECT a.id AS id, coalesce(a.closed_at, a.until_at) AS began FROM reserve_activations a
            WHERE a.town_id = \(town) AND coalesce(a.closed_at, a.until_at) < \(limit)
            """
        }
    }

    /// Not while a request that it was asked for still names somebody, whose story would lack who helped.
    private var stoppedOrganisations: SQL {
        """
        SELECT o.id AS id, o.stopped_at AS began FROM organisations o
        WHERE o.town_id = \(town) AND o.is_active = 0 AND o.stopped_at < \(limit)
          AND NOT EXISTS (SELECT 1 FROM organisation_asks a JOIN help_requests r ON r.town_id = a.town_id AND r.id = a.request_id
                          WHERE a.town_id = o.town_id AND a.organisation_id = o.id AND r.anonymised_at IS NULL)
        """
    }

    /// Not before the day it is wanted on is as long ago, nor while its owner has still to ring somebody about it.
    private var unansweredRequests: SQL {
        """
        SELECT r.id AS id, coalesce(r.renewed_at, r.created_at) AS began FROM help_requests r
        WHERE r.town_id = \(town) AND r.status IN ('open', 'awaiting_agreement') AND coalesce(r.renewed_at, r.created_at) < \(limit)
          AND (r.wanted_on IS NULL OR r.wanted_on < \(limit))
          AND NOT EXISTS (SELECT 1 FROM matches m WHERE m.town_id = r.town_id AND m.request_id = r.id
                          AND (m.status = 'active' OR coalesce(m.ended_at, m.created_at) >= \(limit)))
          AND NOT EXISTS (SELECT 1 FROM ring_backs b WHERE b.town_id = r.town_id AND b.request_id = r.id AND b.done_at IS NULL)
        """
    }

    private var unansweredOffers: SQL {
        """
        SELECT o.id AS id, o.updated_at AS began FROM offers o
        WHERE o.town_id = \(town) AND o.status <> 'withdrawn' AND o.updated_at < \(limit)
          AND NOT EXISTS (SELECT 1 FROM help_requests r WHERE r.town_id = o.town_id AND r.offer_id = o.id
                          AND (r.created_at >= \(limit) OR r.status IN ('open', 'awaiting_agreement', 'matched')))
          AND NOT EXISTS (SELECT 1 FROM matches m WHERE m.town_id = o.town_id AND m.offer_id = o.id
                          AND (m.status = 'active' OR coalesce(m.ended_at, m.created_at) >= \(limit)))
        """
    }

    private func ended(_ outcome: SQL) -> SQL {
        """
        SELECT r.id AS id, r.closed_at AS began FROM help_requests r
        WHERE r.town_id = \(town) AND r.anonymised_at IS NULL AND r.closed_at < \(limit) AND r.status IN ('closed', 'cancelled')
          AND (\(outcome))
        """
    }

    /// Those that were reported, or are of a conversation that was, half a year longer (regulation §1.6).
    private var messages: SQL {
        """
        SELECT x.id AS id, m.ended_at AS began FROM messages x JOIN matches m ON m.town_id = x.town_id AND m.id = x.match_id
        WHERE x.town_id = \(town) AND m.status <> 'active' AND m.ended_at < \(limit)
          AND (m.ended_at < \(limit - .days(183)) OR NOT EXISTS (
            SELECT 1 FROM reports q WHERE q.town_id = x.town_id AND q.subject_id IN (x.id, x.match_id)))
        """
    }

    /// Not while the new contacts of whom it was about are stopped.
    private var decidedReports: SQL {
        """
        SELECT q.id AS id, q.decided_at AS began FROM reports q
        WHERE q.town_id = \(town) AND q.decided_at < \(limit)
          AND (q.read_text IS NOT NULL OR q.words IS NOT NULL OR q.email IS NOT NULL OR q.reporter_id IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM contact_stops s WHERE s.town_id = q.town_id AND s.report_id = q.id AND s.ended_at IS NULL)
        """
    }

    /// An answer by the link of a mail is a use of the account too. Whoever holds a role is let go of by people, not by the clock.
    ///
    /// Volunteers without e-mail have no account; being rung and answering is their use of it.
    private var inactiveAccounts: SQL {
        let byPhone: SQL = """
            p.has_account = 0 AND EXISTS (SELECT 1 FROM helpers h
              WHERE h.town_id = p.town_id AND h.person_id = p.id AND h.charter_accepted_at IS NOT NULL)
            """
        return "\(inactive("p.has_account = 1")) UNION ALL \(inactive(byPhone))"
    }

    private func inactive(_ kind: SQL) -> SQL {
        """
        SELECT p.id AS id, coalesce(p.last_seen_at, p.created_at) AS began FROM people p
        WHERE p.town_id = \(town) AND \(kind) AND coalesce(p.last_seen_at, p.created_at) < \(limit)
          AND NOT EXISTS (SELECT 1 FROM roles o WHERE o.town_id = p.town_id AND o.person_id = p.id AND o.revoked_at IS NULL)
          AND NOT EXISTS (SELECT 1 FROM help_requests r WHERE r.town_id = p.town_id
                          AND (r.asker_id = p.id OR r.beneficiary_id = p.id OR r.owner_id = p.id)
                          AND (r.status IN ('open', 'awaiting_agreement', 'matched') OR r.created_at >= \(limit)))
          AND NOT EXISTS (SELECT 1 FROM matches m WHERE m.town_id = p.town_id AND m.helper_id = p.id
                          AND (m.status = 'active' OR m.created_at >= \(limit)))
          AND \(isUnderNoProcedure)
          AND NOT EXISTS (SELECT 1 FROM asks a WHERE a.town_id = p.town_id AND a.helper_id = p.id AND a.answer <> 'too_late'
                          AND a.answered_at >= \(limit))
          AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.town_id = p.town_id AND s.person_id = p.id AND s.last_seen_at >= \(limit))
        """
    }

    private var peopleWithoutRequest: SQL {
        """
        SELECT p.id AS id, p.created_at AS began FROM people p
        WHERE p.town_id = \(town) AND p.has_account = 0 AND p.created_at < \(limit) AND p.id <> \(Person.nobody.id)
          AND NOT EXISTS (SELECT 1 FROM help_requests r WHERE r.town_id = p.town_id
                          AND (r.asker_id = p.id OR r.beneficiary_id = p.id OR r.owner_id = p.id))
          AND NOT EXISTS (SELECT 1 FROM helpers h WHERE h.town_id = p.town_id AND h.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM invitations i WHERE i.town_id = p.town_id AND i.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM roles o WHERE o.town_id = p.town_id AND o.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM mandates d WHERE d.town_id = p.town_id AND (d.represented_id = p.id OR d.holder_id = p.id))
          AND \(isUnderNoProcedure)
        """
    }

    /// Nobody waits for what becomes of a report about them, and nothing is stopped.
    private var isUnderNoProcedure: SQL {
        """
        NOT EXISTS (SELECT 1 FROM reports q WHERE q.town_id = p.town_id AND q.accused_id = p.id AND q.verdict IS NULL)
          AND NOT EXISTS (SELECT 1 FROM contact_stops s WHERE s.town_id = p.town_id AND s.person_id = p.id AND s.ended_at IS NULL)
        """
    }
}
