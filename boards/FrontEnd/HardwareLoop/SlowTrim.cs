namespace CoinRig.FrontEnd;

/// <summary>
/// The slow part of the set value: an integrator that takes out what the calibration of the DAC left over. It moves by a
/// fraction of the error each scan, rests within a code of the target, and is bounded, so that a wrong reading cannot
/// drive the cell far from the set value.
/// </summary>
sealed class SlowTrim
{
    /// <summary>Fraction of the error taken out in one scan: well below 1, so that a scan of delay cannot make it oscillate.</summary>
    const double Fraction = 0.2;

    /// <summary>Errors below this many codes are left: one code is the smallest step, and hunting between two is noise on the cell.</summary>
    const double DeadBandCodes = 0.6;

    /// <summary>Largest correction, codes: 0.5 % of the scale, more than a calibration can be wrong.</summary>
    const double MostCodes = 328;

    /// <summary>The correction that is added to the set value, in V or A.</summary>
    internal double Correction { get; private set; }

    /// <summary>Starts again from nothing, at a new set value of another kind.</summary>
    internal void Reset() => Correction = 0;

    /// <summary>Takes an error (set value minus measured) and says whether the correction moved.</summary>
    internal bool Update(double error, double perCode)
    {
        // An error beyond the bound is not a matter of calibration: the loop does not follow, and winding up would overshoot.
        if (!(Math.Abs(error) > DeadBandCodes * perCode) || Math.Abs(error) > MostCodes * perCode)
        {
            return false;
        }
        Correction = Math.Clamp(Correction + Fraction * error, -MostCodes * perCode, MostCodes * perCode);
        return true;
    }
}
