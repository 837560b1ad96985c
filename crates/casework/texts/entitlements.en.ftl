## The law beside the case

nav-law = Look up the law
entitlements = Rights and deadlines
entitlement-day = Law as of { $day } · rules as of { $stand }
entitlement-other-day = Law as of
entitlement-look = Show
entitlement-sheet = Talk sheet
entitlement-all = See rights, perspectives and deadlines
entitlement-orientation = Orientation, not legal advice
entitlement-contact = Please check with the immigration authority or a specialised advice centre.
entitlement-unread = Acts promulgated after { $day } were not read; the day lies behind it.
entitlement-caution = Orientation, not legal advice. Rules as of { $stand }. Please check with the immigration authority or a specialised advice centre.
entitlement-rough-beginning = The first day of a status is not known exactly. What depends on it is shown as unknown. Add the exact day once it is certain.
entitlement-paper-ended = The recorded paper ended on { $day }. The status is taken to continue. Please check and record what holds now.
entitlement-access = What is open on this day
entitlement-group-work = Work
entitlement-group-courses = Language courses
entitlement-group-training = Training and funding
entitlement-group-living = Benefits, health, housing
entitlement-claim = Entitled
entitlement-yes = Yes
entitlement-soll = To be allowed as a rule
entitlement-discretion = Discretion
entitlement-no = No
entitlement-unknown = Unknown
entitlement-mark = Source:
entitlement-marks = Sources: V read in the statute in force, V19 read in the version of March 2019, P read on another page, R-h, R-m, R-l from knowledge with high, medium, low confidence.
entitlement-missing = Missing:
entitlement-to-ask = To be clarified:
entitlement-doubt = Doubt:
entitlement-reading = Reading:
entitlement-proof = Proof:
entitlement-perspectives = Perspectives
entitlement-path-open = Open
entitlement-path-missing = Something is missing
entitlement-path-ask = Ask an expert
entitlement-path-closed = Not open
entitlement-apply-from = Apply from
entitlement-apply-until = Apply until
entitlement-conditions = { $n ->
    [one] { $n } condition
   *[other] { $n } conditions
}
entitlement-met = Met
entitlement-not-met = Not met
entitlement-ask = To be clarified
entitlement-expected = expected from { $day }
entitlement-deadlines = Deadlines
entitlement-deadlines-none = No coming deadline can be computed from what is recorded.
entitlement-passed = { $n ->
    [one] { $n } past deadline
   *[other] { $n } past deadlines
}
entitlement-duties = Duties without a fixed day
entitlement-duties-lead = The law demands these at once, beforehand or without delay.
entitlement-statutory = Statutory
entitlement-computed = Computed
entitlement-practice = Practice value
entitlement-notices = Notes from practice
entitlement-open-paths = { $n ->
    [0] No residence perspective is open yet by what is recorded.
    [one] One residence perspective is open by what is recorded.
   *[other] { $n } residence perspectives are open by what is recorded.
}
entitlement-soon = Deadlines of residence law
entitlement-soon-none = No deadline that can be computed ends in the coming weeks.
entitlement-other-fact = further facts
entitlement-term-age = age ({ $years } years)
entitlement-term-stay = { $months } months of stay
entitlement-term-duldung = { $months } months of Duldung
entitlement-term-gestattet = { $months } months of Gestattung
entitlement-term-presence = { $months } months in Germany
entitlement-parts = Parts of this page
entitlement-access-short = What is open
entitlement-one-of = { $n ->
   *[other] one of { $n } alternatives
}
entitlement-either = alternative: one of these is enough
entitlement-changes = New in rights and deadlines
entitlement-changes-since = This has changed since somebody last looked ({ $day }).
entitlement-becomes = becomes
entitlement-acknowledge = Noted
entitlement-acknowledged = Today’s state is remembered.
entitlement-deadline-new = new deadline: { $day }
entitlement-deadline-gone = deadline gone (was { $day })
entitlement-deadline-moved = moved from { $old } to { $new }
entitlement-prospects = What from when
entitlement-prospects-lead = If nothing changes but time.
entitlement-from-day = from { $day }
entitlement-until-then = until then:

law-path-C1 = Residence permit for well integrated young people (§ 25a(1) AufenthG)
law-path-C2 = Residence permit for lasting integration (§ 25b AufenthG)
law-path-C3 = Duldung for vocational training (§ 60c AufenthG)
law-path-C4 = Residence permit for vocational training (§ 16g AufenthG)
law-path-C5 = Duldung for employment (§ 60d AufenthG)
law-path-C6 = Residence right of opportunity (§ 104c AufenthG)
law-path-C7 = Residence permit for qualified people with a Duldung (§ 19d AufenthG)
law-path-C8 = Residence permit in cases of hardship (§ 23a AufenthG)
law-path-C9 = Settlement permit and naturalisation
law-path-C10 = From the asylum procedure into employment (§ 10(3) sentence 5 AufenthG)

## Talk sheet

sheet-heading = What is possible, what is missing, what to do when
sheet-notice = This is orientation, not legal advice.
sheet-notice-text = The authority decides. Rules as of { $stand }.
sheet-unread = This sheet does not know laws made after { $day }.
sheet-may = You may
sheet-may-ask = This can be allowed
sheet-may-ask-text = You need a decision before you begin. We help you to apply.
sheet-may-not = Not possible now
sheet-find-out = What we do not know yet
sheet-find-out-text = Please bring papers about it.
sheet-paths = Ways to a secure stay
sheet-paths-none = No way is open at the moment. We keep looking.
sheet-path-open = This way is open by what we know.
sheet-path-missing = Still missing:
sheet-path-ask = We have to clarify this way with an expert.
sheet-apply-from = You can apply from { $day } at the earliest.
sheet-apply-until = The last day to apply is { $day }.
sheet-talk-first = We still have to talk about some conditions.
sheet-days = Important days
sheet-ask = Ask your case manager before every step. Do not apply alone.

## Looking up the law

law-lookup = Look up the law
law-status = Residence status
law-choose = Choose a status and a day. Nothing about a person is needed.
law-question = Question
law-result = Result
law-depends-on = Depends on
law-provision = Provision
law-not-issued = This status is not newly issued on this day.
law-not-issued-short = not issued
law-statuses = All statuses
law-valid-from = Issued from
law-valid-to = Issued until
law-held-until = valid at the latest until { $day }
