// The repository, which files are named from: this project lies in it one folder down.
assert new File(basedir, '.git').mkdir()
return true
