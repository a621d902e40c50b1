create table source_rows as
select *
from read_csv(
    {path},
    auto_detect = false,
    compression = 'none',
    delim = {delimiter},
    quote = '"',
    escape = '"',
    header = {header},
    skip = {skip},
    nullstr = {missing},
    max_line_size = {longest},
    columns = {columns}
);
