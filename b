ad-401.txt: header vendor: wanted "Larkfield Ledger Systems Ltd.", got "Cape Sable Fisheries Cooperative Limited"
ad-401.txt: header customer: wanted "Cape Sable Fisheries Cooperative Limited", got "Larkfield Ledger Systems Ltd."
ad-401.txt: header term_start: wanted {"start": "2028-01-31", "end": "2030-01-30", "months": 24, "auto_renews": true, "renewal_months": 12, "notice_days": 75}, got {"start": "2028-01-17", "end": "2030-01-16", "months": 24, "auto_renews": true, "renewal_months": 12, "notice_days": 75}
ad-401.txt: header term_end: wanted {"start": "2028-01-31", "end": "2030-01-30", "months": 24, "auto_renews": true, "renewal_months": 12, "notice_days": 75}, got {"start": "2028-01-17", "end": "2030-01-16", "months": 24, "auto_renews": true, "renewal_months": 12, "notice_days": 75}
ad-401.txt: header fees_annual: wanted {"annual": 85008, "total": 170016}, got {"annual": null, "total": null}
ad-401.txt: header fees_total: wanted {"annual": 85008, "total": 170016}, got {"annual": null, "total": null}
ad-402.pdf: header term_auto_renews: wanted {"start": "2027-07-01", "end": "2030-06-30", "months": 36, "auto_renews": false}, got {"start": "2027-07-01", "end": "2030-06-30", "months": 36, "auto_renews": null, "renewal_months": null, "notice_days": null}
ad-402.pdf: header fees_annual: wanted {"annual": 66000, "total": 198000}, got {"annual": 132000, "total": 396000}
ad-402.pdf: header fees_total: wanted {"annual": 66000, "total": 198000}, got {"annual": 132000, "total": 396000}
ht-402.html: header effective_date: wanted "2026-12-02", got null
ht-402.html: header customer: wanted "Corvallis Seed & Grain Cooperative", got "For Salesforce, Inc."
ht-402.html: header term_start: wanted {"start": "2027-01-01", "end": "2028-12-31", "months": 24, "auto_renews": true, "renewal_months": 12, "notice_days": 90}, got {"start": "2026-01-01", "end": "2026-12-31", "months": 12, "auto_renews": false, "renewal_months": 12, "notice_days": null}
ht-402.html: header term_end: wanted {"start": "2027-01-01", "end": "2028-12-31", "months": 24, "auto_renews": true, "renewal_months": 12, "notice_days": 90}, got {"start": "2026-01-01", "end": "2026-12-31", "months": 12, "auto_renews": false, "renewal_months": 12, "notice_days": null}
ht-402.html: header term_months: wanted {"start": "2027-01-01", "end": "2028-12-31", "months": 24, "auto_renews": true, "renewal_months": 12, "notice_days": 90}, got {"start": "2026-01-01", "end": "2026-12-31", "months": 12, "auto_renews": false, "renewal_months": 12, "notice_days": null}
ht-402.html: header term_auto_renews: wanted {"start": "2027-01-01", "end": "2028-12-31", "months": 24, "auto_renews": true, "renewal_months": 12, "notice_days": 90}, got {"start": "2026-01-01", "end": "2026-12-31", "months": 12, "auto_renews": false, "renewal_months": 12, "notice_days": null}
ht-402.html: header term_notice_days: wanted {"start": "2027-01-01", "end": "2028-12-31", "months": 24, "auto_renews": true, "renewal_months": 12, "notice_days": 90}, got {"start": "2026-01-01", "end": "2026-12-31", "months": 12, "auto_renews": false, "renewal_months": 12, "notice_days": null}
ht-403.html: header effective_date: wanted "2027-04-22", got null
ht-403.html: header term_end: wanted {"start": "2027-05-01", "end": "2029-06-30", "months": 26, "auto_renews": false, "renewal_months": null}, got {"start": "2027-05-01", "end": "2027-06-30", "months": 2, "auto_renews": false, "renewal_months": null, "notice_days": null}
ht-403.html: header term_months: wanted {"start": "2027-05-01", "end": "2029-06-30", "months": 26, "auto_renews": false, "renewal_months": null}, got {"start": "2027-05-01", "end": "2027-06-30", "months": 2, "auto_renews": false, "renewal_months": null, "notice_days": null}
ov-401.pdf: header fees_total: wanted {"total": 1519560}, got {"annual": 544320, "total": 1632960}
ov-403.pdf: header fees_total: wanted {"total": 13675474.09}, got {"annual": 35142.86, "total": 184500}
sf-401.pdf: header term_auto_renews: wanted {"start": "2026-11-01", "end": "2029-10-31", "months": 36, "auto_renews": true, "renewal_months": 12, "notice_days": 60}, got {"start": "2026-11-01", "end": "2029-10-31", "months": 36, "auto_renews": null, "renewal_months": null, "notice_days": null}
sf-401.pdf: header term_renewal_months: wanted {"start": "2026-11-01", "end": "2029-10-31", "months": 36, "auto_renews": true, "renewal_months": 12, "notice_days": 60}, got {"start": "2026-11-01", "end": "2029-10-31", "months": 36, "auto_renews": null, "renewal_months": null, "notice_days": null}
sf-401.pdf: header term_notice_days: wanted {"start": "2026-11-01", "end": "2029-10-31", "months": 36, "auto_renews": true, "renewal_months": 12, "notice_days": 60}, got {"start": "2026-11-01", "end": "2029-10-31", "months": 36, "auto_renews": null, "renewal_months": null, "notice_days": null}
sf-402.pdf: header term_start: wanted {"start": "2026-03-16", "end": "2028-01-31"}, got {"start": "2025-02-01", "end": "2028-01-31", "months": 36, "auto_renews": null, "renewal_months": null, "notice_days": null}
sf-403.pdf: header fees_total: wanted {"total": 1794000}, got {"annual": null, "total": 4036083}
sf-404.pdf: header term_end: wanted {"start": "2024-04-01", "end": "2028-09-30", "months": 54}, got {"start": "2024-04-01", "end": "2025-09-30", "months": 18, "auto_renews": null, "renewal_months": null, "notice_days": null}
sf-404.pdf: header term_months: wanted {"start": "2024-04-01", "end": "2028-09-30", "months": 54}, got {"start": "2024-04-01", "end": "2025-09-30", "months": 18, "auto_renews": null, "renewal_months": null, "notice_days": null}
sf-405.pdf: header type: wanted "order_form", got "agreement"
sf-405.pdf: header term_auto_renews: wanted {"start": "2026-11-01", "end": "2029-06-30", "months": 32, "auto_renews": false}, got {"start": "2026-11-01", "end": "2029-06-30", "months": 32, "auto_renews": null, "renewal_months": null, "notice_days": null}
sf-405.pdf: header fees_annual: wanted {"annual": 279600, "total": 745600}, got {"annual": 209700, "total": 559200}
sf-405.pdf: header fees_total: wanted {"annual": 279600, "total": 745600}, got {"annual": 209700, "total": 559200}
tx-401.txt: header order_number: wanted "Q-08219940", got null
tx-401.txt: header agreement_date: wanted "2026-12-11", got null
tx-401.txt: header fees_total: wanted {"total": 1203900}, got {"annual": null, "total": null}
tx-402.txt: header type: wanted "order_form", got "agreement"
tx-402.txt: header fees_annual: wanted {"annual": 29670000, "total": 89010000}, got {"annual": 3870000, "total": 11610000}
tx-402.txt: header fees_total: wanted {"annual": 29670000, "total": 89010000}, got {"annual": 3870000, "total": 11610000}
header   agreement_date 12/13  currency 15/15  customer 13/15  effective_date 13/15  fees_annual 3/7  fees_total 5/13  order_number 14/15  signature 15/15  term_auto_renews 9/13  term_end 11/15  term_months 11/14  term_notice_days 3/5  term_renewal_months 9/10  term_start 12/15  type 12/14  vendor 14/15
