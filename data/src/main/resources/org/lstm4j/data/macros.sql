-- A text as a finite number, null where it is none. DuckDB would also take 1_000 and infinity.
create macro text_number(t) as
    case when not contains(t, '_') and isfinite(try_cast({t} as double)) then try_cast({t} as double) end;
-- A truth value written as a word counts as a number.
create macro word_number(t) as
    case lower(t) when 'true' then 1.0 when 'false' then 0.0 else text_number(t) end;
-- A float as it is: NaN means missing, infinity is no number.
create macro float_present(x) as not isnan(x);
create macro float_number(x) as case when isfinite(x) then cast(x as double) end;
