import Foundation

// The C library's, in Double, by names that no Float function has.
func exponential(_ x: Double) -> Double { Foundation.exp(x) }

func logarithm(_ x: Double) -> Double { Foundation.log(x) }
