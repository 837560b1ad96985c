## Facts for rights and perspectives

facts = Facts for rights and perspectives
facts-short = Add facts
facts-lead = What stands here opens perspectives and deadlines. What does not stand here counts as unknown.
facts-from-file = From the file
facts-statuses = Entries in the status history
facts-birth = Date of birth
facts-day-known = known to the day
facts-day-unknown = not known to the day
facts-day-needed = For deadlines the software needs the exact day of birth and of entry. Please add them to the person.
facts-not-here = Convictions, health and steps of removal are not recorded here. The software only names them as “to be clarified”.
facts-section-procedure = Asylum procedure, decisions, applications
facts-section-identity = Identity, passport, stays
facts-section-education = School and language
facts-section-work = Training and work
facts-section-living = Benefits, housing, family
fact-entry = Entry
fact-unknown = unknown
fact-nothing = there was none
fact-add = Record
fact-correct = Change
fact-remove = Remove entry
fact-deny = There was none
fact-deny-hint = If it is certain that there was nothing of the kind, record that. It is something else than “unknown”.
fact-saved = The fact is saved.
fact-removed = The entry is removed.
fact-there-is-something = Something is recorded here already. Please remove the entries first.
fact-yes = yes
fact-no = no
fact-since = since { $day }
fact-until = until { $day }
fact-contract-of = contract of { $day }
fact-hours-of = { $hours } hours a week
fact-hours-odd = Please enter hours a week, 80 at most, for example 19.5.
fact-ends-before-it-begins = The end lies before the beginning.

fact-asylum_application_on = Formal asylum application
fact-asylum_registered_on = Registration of the asylum application
fact-asylum_rejected = Outcome of the asylum procedure
fact-asylum_withdrawn_on = Withdrawal of the asylum application
fact-accelerated_procedure = Accelerated procedure
fact-dublin_request = Dublin request to another state
fact-protection_recognised_on = Recognition of protection
fact-served = Decisions served
fact-applied = Applications made for a title or a Duldung
fact-passport_shown_on = Passport shown
fact-passport_valid_to = Validity of the passport
fact-identity_clarified_on = Identity clarified
fact-identity_steps_on = Documented steps towards clarifying the identity
fact-absences = Stays abroad
fact-lives_in_reception_centre = Duty to live in a reception centre
fact-school = School attendance
fact-language = Proofs of language
fact-civics_test_on = Test “Leben in Deutschland” passed
fact-training = Vocational training
fact-jobs = Employment
fact-registered_unemployed_since = Registered with the employment agency
fact-livelihood = Livelihood
fact-asylblg_since = Benefits under the AsylbLG since
fact-asylblg_s2_since = Benefits under § 2 AsylbLG since
fact-minor_child = Minor child in the household

fact-field-day = Day
fact-field-from = From
fact-field-to = To (last day)
fact-field-since = Holds since
fact-field-served-on = Day of service
fact-field-applied-on = Received by the authority on
fact-field-proven-on = Day of the proof
fact-field-issued-on = Issued on
fact-field-valid-to = Valid to
fact-field-contract-on = Contract signed, registered, or promised by the school on
fact-field-certificate = Certificate
fact-field-level = Level
fact-field-kind = Kind
fact-field-decision = Decision
fact-field-path = Path
fact-field-answer = Answer
fact-field-hours = Hours a week
fact-field-successful = attended with success
fact-field-oral-only = proven orally only
fact-field-insured = subject to social insurance
fact-field-skilled = skilled employment
fact-field-secures-livelihood = secures the livelihood

fact-since-hint = Leave empty if it has always been so.
fact-to-hint = Leave empty if it goes on.
fact-certificate-hint = A certificate counts from the last day of attendance.
fact-training-hint = A beginning in the future counts too.
fact-contract-hint = A planned training counts from this day.
fact-served-hint = Please copy it from the yellow envelope. A wrong day moves the period for going to court.
fact-proposal = No envelope at hand?
fact-proposal-lead = If the asylum decision was handed over in the reception centre, the law presumes a day of service (§ 10(4) AsylG). This is a proposal. If the envelope shows another day, that day counts.
fact-handed-on = Handed to the centre on
fact-propose = Propose a day
fact-proposed = Proposal: { $day }. Please check it and enter it above yourself.

fact-asylum_rejected-none = not rejected
fact-asylum_rejected-simple = rejected as unfounded
fact-asylum_rejected-manifestly_unfounded = rejected as manifestly unfounded
fact-asylum_rejected-inadmissible = inadmissible
fact-served-asylum_simple = asylum application unfounded
fact-served-asylum_manifestly_unfounded = asylum application manifestly unfounded
fact-served-asylum_inadmissible = asylum application inadmissible
fact-served-asylblg = decision on benefits under the AsylbLG
fact-served-abh = decision of the foreigners authority
fact-school-none = no certificate
fact-school-hauptschule = lower secondary certificate (Hauptschule)
fact-school-mittlere_reife = intermediate certificate (mittlere Reife)
fact-school-abitur = university entrance certificate
fact-school-vocational = vocational certificate
fact-training-qualified = qualified training (two years or more as a rule)
fact-training-assistant = assistant training
fact-livelihood-secured = secured
fact-livelihood-mainly = mainly secured by work
fact-livelihood-not = not secured

## Deadlines and calendar

nav-deadlines = Deadlines
deadlines-lead = Deadlines in your cases until { $day }.
deadlines-none = No deadline in the coming eight weeks
deadlines-none-hint = Deadlines are computed from statuses, papers and facts. What is missing there cannot stand here.
deadlines-all = { $n ->
    [0] All deadlines and the calendar
    [one] { $n } deadline in the coming eight weeks, with calendar
   *[other] { $n } deadlines in the coming eight weeks, with calendar
}
deadline = Deadline
deadline-kind = Kind
calendar-name = Deadlines (Teilhabe)
calendar-stand = Rules read up to { $day }.
calendar-feed = Deadlines in your own calendar
calendar-feed-lead = Your calendar program can fetch the deadlines of your cases from a secret address. An entry names the number of the case and the deadline, never a name.
calendar-feed-since = The address is valid since { $day }.
calendar-feed-fetched = Last fetched on { $day }.
calendar-feed-never-fetched = It has never been fetched.
calendar-begin = Make an address
calendar-renew = Make a new address
calendar-end = Switch the calendar off
calendar-ended = The calendar is switched off. The address leads nowhere now.
calendar-once = Address of your calendar
calendar-once-lead = This address is shown only now. Enter it into your calendar program (“subscribe to calendar”).
calendar-address = Address
calendar-noted = I have entered the address
calendar-secret = Whoever knows the address sees numbers of cases and deadlines. Give it to nobody. Make a new one if it has become known.

## Notices of the site

nav-notices = Notices on the law
notices-lead = Practice and execution, no statute. Each notice stands at the rule it belongs to, with date and source.
notices-own = Notices of this site
notices-own-none = There are no notices of your own yet.
notices-of-rules = Notices that come with the rules
notice-add = Add a notice
notice-change = Change notice
notice-replace = Replace by a notice of your own
notice-replaced = replaced by your own
notice-not-now = does not hold today
notice-remove = Remove notice
notice-saved = The notice is saved.
notice-removed = The notice is removed.
notice-edit-lead = Write only what holds for all cases. Nothing about single persons.
notice-about = Belongs to
notice-wording = Notice
notice-wording-hint = For example what the foreigners authority asks for here, or what is not granted at present.
notice-source = Source
notice-source-hint = Who has said or published that, and where?
notice-stated-on = Date of the source
notice-stated-on-hint = Empty: today.
notice-from = Holds from
notice-to = Holds to (last day)
notice-lead-weeks = Remind: weeks ahead
notice-lead-weeks-hint = Only for reminders whose distance is practice:
notice-no-lead = Weeks can be given only for reminders whose distance is practice.
notice-weeks = { $n ->
    [one] { $n } week ahead
   *[other] { $n } weeks ahead
}
notice-local = Notice of the site:
notice-general = Notice from practice:

## History of a rule

rule-history = Versions of the rule
rule-in-force = in force today
rule-verified = Mark · Stand
law-status-since = Status since
law-age = Age in years
law-reception = Has to live in the reception centre
law-with-facts = With these facts
law-with-facts-lead = Computed without stays abroad. Nothing of it is stored.
