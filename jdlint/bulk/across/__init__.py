"""What postings of one company say differently: the checks across pages, group by group."""
