create table source_rows as
select {columns}
from {reader};
