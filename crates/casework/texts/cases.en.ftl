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

case-is-closed = The case is closed. Reopen it to change anything.
case-number-odd = Please use at most 40 printable characters.
closure-before-opening = The case was opened later. Please check the day.
deviation-too-young = Younger than 18 at entry
deviation-too-old = Older than 27 at entry
deviation-status = Neither Duldung nor Aufenthaltsgestattung
deviation-reception = Still in a reception centre of the Land
