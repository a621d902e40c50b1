-- Nothing but the one named file can be reached: no network, no extensions, no other file, no spilling to disk.
set autoinstall_known_extensions = false;
set autoload_known_extensions = false;
set temp_directory = '';
set allowed_paths = [{path}];
set enable_external_access = false;
-- The same rows in the same order on every machine.
set preserve_insertion_order = true;
set TimeZone = 'UTC';
set errors_as_json = false;
set lock_configuration = true;
