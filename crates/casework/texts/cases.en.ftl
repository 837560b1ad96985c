## Life domains

domain-AUF = Residence and law
domain-IDE = Identity and passport
domain-SPR = Language
domain-SCH = School and certificate
domain-AUS = Training and studies
domain-ARB = Work
domain-ANE = Recognition of qualifications
domain-WOH = Housing
domain-LEI = Benefits and finances
domain-SCD = Debts
domain-GES = Health
domain-FAM = Family and children
domain-SOZ = Social participation
domain-ORI = First orientation
domain-MOB = Mobility
domain-SON = Other

## Stage of the case

stage-contact = First contact
stage-clarification = Clarification
stage-assessment = Assessment
stage-plan = Support planning
stage-linking = Linking
stage-monitoring = Monitoring
stage-closed = Closed

## Indication

indication-case = Case management (participation)
indication-counselling = Short counselling
indication-referral = Referral to the responsible body

exception-age = Age outside 18 to 27, need justified in this case
exception-need_with_title = Residence title, but no other case management is responsible
exception-status_pending = Status being clarified
exception-leaving_reception = About to be assigned to the municipality
exception-women = Promoting participation of refugee women
exception-family = Need of the family as a whole
exception-handed_over = Taken over from another site
exception-other = Other reason, recorded in the case discussion

## Access

access-outreach = Outreach
access-self = Own request
access-friends_family = Friends, family
access-volunteers = Volunteers
access-authority = Foreigners' authority
access-social_office = Social welfare office
access-youth_office = Youth welfare office
access-employment_agency = Employment agency, job centre
access-migration_counselling = Migration or refugee counselling
access-youth_migration_service = Youth migration service
access-school = School, vocational college
access-language_school = Language course provider
access-training_provider = Training provider, company
access-health_service = Health service
access-housing = Accommodation, housing
access-other_site = Another site
access-other = Another way

## Closing

closure-reason-goals_reached = Goals reached
closure-reason-handed_over = Handed over to other support
closure-reason-regular_services = Regular services suffice
closure-reason-person_ended = Ended by the person
closure-reason-contact_lost = Contact lost
closure-reason-moved = Moved away
closure-reason-left_germany = Left voluntarily
closure-reason-removed = Removed or transferred
closure-reason-age_limit = Age limit reached
closure-reason-programme_end = End of funding
closure-reason-deceased = Deceased
closure-reason-other = Other reason
closure-outcome-training = In vocational training
closure-outcome-employment = In regular employment
closure-outcome-marginal_employment = In marginal employment
closure-outcome-school = At school
closure-outcome-study = At university
closure-outcome-language_course = In a language course
closure-outcome-qualification = In qualification or internship
closure-outcome-stabilised = Situation stabilised
closure-outcome-unchanged = Situation unchanged
closure-outcome-unknown = Not known

## Person

sex-f = female
sex-m = male
sex-x = diverse

## Cases

case-is-closed-title = The case is closed
case-is-closed-link = To the case
case-is-closed = Nothing can be changed in a closed case, and nothing was saved. To go on working, choose “Reopen” on the page of the case.
case-number-odd = Please use at most 40 printable characters.
closure-before-opening = The case was opened later. Please check the day.
opening-after-closure = The case ended on { $day }. It cannot have been opened after that.
opening-after-stage = A later stage of the case began on { $day }. It cannot have been opened after that.
opening-after-outcome = An outcome of the case is recorded for { $day }. It cannot have been opened after that.
deviation-too-young = Younger than 18 at entry
deviation-too-old = Older than 27 at entry
deviation-status = Neither Duldung nor Aufenthaltsgestattung
deviation-reception = Still in a reception centre of the Land

## Shared

case = Case
person = Person
since = since
field-not-a-partial-day = Please enter a year, a month or a day, such as 2015, 11/2015 or 03.11.2015.
partial-day-hint = Day, month or year: 03.11.2015, 11/2015 or 2015

## Navigation

nav-substitutions = Substitutions

## Start page

home-today = What needs a hand today
home-own = own open cases
home-unassigned = cases without a worker
home-substituted = cases as a deputy
home-steps = Steps due
home-steps-none = No step is due within the next seven days.
home-overdue = overdue
home-documents = Documents ending
home-documents-none = No document ends within the next two months.
home-document-ended = ended
home-waiting = Longest without contact
home-all-waiting = All by waiting time
home-no-cases = You have no cases yet
home-no-cases-hint = Open the first case, or take one that has no worker.
home-team = Cases of the team
home-team-lead = The figures show where relief is needed. They are ordered by name and are no comparison.
home-team-none = No open cases yet
home-team-none-hint = Once cases are open, their distribution in the team stands here.
home-open-cases = open cases
home-without-contact = without contact for 60 days
home-hands = To do
home-hands-none = Nothing at the moment. The pages below lead to your work.
home-pages = Your pages

## List of cases

case-list-without-names = Team leads see cases without names. A file opens with a reason.
case-list-empty = There are no cases with these filters. Clear a filter, or open a case.
case-whose = Which cases
whose-own = Own
whose-substituted = As a deputy
whose-unassigned = Without a worker
whose-all = All I may see
case-stage-open = All open
case-stage-any = Closed ones too
case-need = Need
case-waiting-at-least = Days without contact, at least
case-waiting-days = Days without contact
case-name-number = Name, case number
case-number = Case number
case-opened-on = Opened on
case-entered-on = Participating since
case-opened-on-hint = The case number stays. Age and status at entry are worked out anew.
case-last-contact = Last contact
case-worker = Worker
case-unassigned = Nobody yet
case-stage = Stage
case-status = Residence status
case-search = Find a person
case-search-hint = Name in any order and spelling, or case number
case-search-needed = Please enter a name or case number of at most 100 characters.
case-search-nothing = Nobody of this name is among your cases. Try a part of the name, or open a case.
case-search-many = There are many hits. Enter more of the name.
views = Saved views
view-name = Name of the view
view-hint = Keeps the filters and the order of this list.
view-save = Save view
view-remove = Remove view
view-saved = The view is saved.
view-removed = The view is removed.
view-name-needed = Please go back and give the view a name of at most 60 characters.

## New case

case-new = New case
case-new-lead = A name is enough. Everything else can be added later.
case-open = Open case
case-opened = The case is open.
case-number-hint = Leave empty for the next free number
case-number-taken = Another case has this number. Please enter another one, or leave the field empty.
case-access-path = Access path
case-district = District or municipality
case-exception = Reason for the exception
opening-indication = Indication
opening-outcome = Outcome of the check
opening-reception = Still lives in a reception centre of the Land
opening-deviations = Outside the target group:
opening-exception-hint = Needed only if the person is outside the target group (18 to 27 years, Duldung or Gestattung)
opening-exception-needed = The person is outside the target group. Choose the reason for the exception, or another outcome of the check.
opening-known = Known already?
opening-who = Who is it?
opening-known-already = The site knows a person of a similar name. Please choose whether it is the same.
opening-same-as = The same person: { $name }, born { $born }
opening-somebody-else = Somebody else
opening-runs-already = This person has an open case at the site already. A second one would count them twice: please go on in the open case.
opening-running-hint = Cases are open already; go on in them:
opening-running = { $name }, case { $number }
opening-beyond = Perhaps accompanied at the site already
opening-beyond-hint = Somebody with a name like “{ $name }” is or was accompanied here already, by: { $workers }. Please talk to each other first: if it is the same person, the case can be handed over or a substitution recorded.
opening-beyond-clear = Please clear up with the colleagues named whether it is the same person. If not, choose “Somebody else”.
case-runs-elsewhere = This person has another open case at the site already. Go on there; a second open case would count them twice.
case-runs-elsewhere-title = Another case is open already

## Changing the indication

indication-change = Change indication
indication-begin = Begin participation
indication-lead = So far: { $present }. Short counselling becomes a participation here; a slip at intake can be put right, too.
indication-hint = A participation that ends is closed, not taken back here.
indication-entered-hint = For participation only. Age and residence status at entry are those of this day.
indication-stage-hint = If the case moves on with it
indication-stage-stays = as it is
indication-before-opening = The case was opened later. Please check the day.
indication-saved = The indication has been saved.

## Page of a case

case-add-contact = Record a contact
case-hand-over = Hand over the case
case-take-over = Take over the case
case-take-over-lead = Nobody is responsible for this case. The new worker is responsible from today.
case-hand-over-lead = The new worker is responsible from today. The previous one no longer sees the case.
case-assigned = The worker is changed.
case-workers = Workers so far
case-stand-in = You work on this case as a deputy.
case-nobody = Nobody is responsible for this case yet.
case-nobody-hint = With “Take over the case” you become responsible.
case-next-stage = Next stage
case-move = Change stage
case-moved = The stage is changed.
case-status-at-entry = Status at entry
case-close = Close case
case-close-lead = The case stays readable and can be reopened.
case-closed = The case is closed.
case-closed-on = Closed on { $day }
case-reopen = Reopen
case-reopened = The case is open again.
case-is-open = The case is open.
closure-closed-on = Closed on
closure-reason = Reason
closure-outcome = Where the person stands now
nav-readers = Accesses to a case
readers-find-lead = If a person demands to know who looked at their case, find it by the case number. The case itself stays closed.
readers-show = Show accesses
readers-no-case = There is no case with this number at the site. Please type it exactly as it stands in the file, such as 2022-0123.
case-readers = Who looked at and worked on this case
case-readers-lead = The last 200 accesses, newest first. The person concerned can ask for this list.
case-act = Act

## Team lead's look into a file

inspection-title = Look into a file
inspection-lead = The file is readable for two hours. Reason and access are recorded and visible in the case.
inspection-reason = Reason
inspection-open = Open file
inspection-reason-approval = Approval of a closure or plan
inspection-reason-case_discussion = Case discussion at the worker's request
inspection-reason-complaint = Complaint of the person concerned
inspection-reason-absence = Absence without a deputy
inspection-reason-danger = Danger to life and limb
inspection-reason-data_protection = Data protection request

## Substitution

substitutions-lead = A deputy sees and works on the cases of the person during this time.
substitution-new = New substitution
substitution-worker = Absent
substitution-deputy = Deputy
substitution-from = First day
substitution-until = Last day
substitution-end = End
substitution-saved = The substitution is recorded.
substitution-ended = The substitution has ended.
substitution-oneself = Nobody can be their own deputy.
substitution-ends-before = The last day lies before the first.
substitution-too-long = A substitution lasts a year at most.

## About the person

person-family-name = Family name
person-given-name = Given name
person-birth = Born
person-birth-hint = Day, or the year alone: 09.04.2001 or 2001
person-birth-unreadable = Please enter a day such as 09.04.2001, or a year such as 2001.
field-before-programme = This day is before 1 January 2005, earlier than anything in this programme. Please check the year.
field-before-birth = This day is before the person was born. Please check.
person-age-odd = The age at opening would not lie between 14 and 99 years. Please check.
person-age = Age
person-age-and-birth = { $age } years, born { $born }
person-age-unsure-and-birth = { $least } or { $most } years, born { $born }
person-sex = Sex
person-nationality = Nationality
person-second-nationality = Second nationality
person-entered-germany = Entry to Germany
person-entry-before-birth = The entry would lie before the birth. Please check.
person-phone = Phone
person-address = Address
person-reach = Contact details
person-name-needed = Please enter at least one name.
person-unnamed = Without a name
person-deleted = Deleted
person-edit = Edit details
person-saved = The details are saved.

## Residence status

statuses = Residence status
statuses-empty = No status recorded yet.
status-add = Record a status
status-correct = Correct the status
status-remove = Delete entry
status-saved = The status is saved.
status-removed = The entry is deleted.
status-current = current
status-expiring = ending
status-since-unknown = unknown
status-from = Since
status-last = Last day
status-last-hint = Empty while the status holds, or until the next one begins
status-authority = Issuing authority
status-document-expires-on = Document valid until
status-side-conditions = Side conditions
status-side-conditions-hint = For instance residence obligation or work permit. Nothing about routes, offences or whereabouts, please.
status-group = Group: { $group }
status-ends-before-it-begins = The last day lies before the beginning. Please check.
status-not-yet-law = This status exists only since { $day }. Please check the day or the status.
status-no-longer-issued = This status was newly issued only until { $day }. Please check the day or the status.

## Names of acts

act-case-alike = Hits shown when opening a case
act-case-assign = Worker changed
act-case-close = Case closed
act-case-indicate = Indication changed
act-case-inspect = File opened with a reason
act-case-list = Case list seen
act-case-move = Stage of the case changed
act-case-open = Case opened
act-case-read = Case read
act-case-find_readers = Case looked up for the list of readers
act-case-readers = List of readers read
act-case-reopen = Case opened again
act-case-search = Person searched for
act-entitlement-read = Rights and deadlines read
act-calendar-end = Calendar ended
act-calendar-fetch = Calendar fetched
act-calendar-renew = Calendar address made
act-deadline-read = Deadlines read
act-entitlement-acknowledge = Rights and deadlines noted
act-fact-add = Legal fact added
act-fact-correct = Legal fact changed
act-fact-deny = Legal fact denied
act-fact-read = Legal facts read
act-fact-remove = Legal fact removed
act-notice-add = Legal notice added
act-notice-change = Legal notice changed
act-notice-remove = Legal notice removed
act-import-check = Case list checked
act-import-discard = Case list discarded
act-import-request = Takeover ordered
act-import-take = Case list taken over
act-import-upload = Case list uploaded
act-person-delete = Person deleted
act-person-edit = Person’s details changed
act-status-add = Status entered
act-status-correct = Status corrected
act-status-remove = Status removed
act-substitution-add = Substitution entered
act-substitution-end = Substitution ended
act-view-remove = View removed
act-view-save = View saved
subject-case = Case
subject-import = Import
subject-notice = Legal notice
subject-substitution = Substitution
subject-view = View

## Deleting a person

person-delete = Delete person
person-deletion-done = The person is deleted. Only facts without a name stay for the figures.
deletion-lead = Names, contact data, notes, goals and side conditions of this person become unreadable, for everybody and for good.
deletion-final = This cannot be undone
deletion-final-hint = For statistics, year of birth, status, needs and results stay without name and case number. Who deleted when and why stands in the audit trail. Older backups hold the person until they are deleted themselves.
deletion-reason = Why is the person deleted?
deletion-reason-retention = The site's time of retention is over
deletion-reason-request = The person asked for it (Art. 17 GDPR)
deletion-reason-mistake = The file was opened by mistake
deletion-number = Case number to confirm
deletion-number-hint = Please type the case number once more.
deletion-number-differs = This is not the number of this case. Please check whether it is the right one.
deletion-case-open = A case of this person is still open. Please close all cases first, then delete.
