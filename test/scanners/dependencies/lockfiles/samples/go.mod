// A comment
module example.com/project

go 1.22

toolchain go1.22.3

require example.com/single v1.0.0

require (
	"example.com/quoted" v1.2.0
	example.com/indirect v0.0.0-20210105120005-909beea2cc74 // indirect
	example.com/excluded v1.0.0
	example.com/old/v2 v2.0.0+incompatible
	example.com/local v1.0.0 // indirect; see below
)

exclude example.com/excluded v1.0.0

replace (
	example.com/old/v2 v2.0.0+incompatible => example.com/fork v1.5.0
	example.com/local => ../local
	example.com/single v0.9.0 => example.com/never v1.0.0
)

retract [v1.0.0, v1.1.0]
tool example.com/single/cmd
