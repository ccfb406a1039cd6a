using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>
/// Notices that the output does not follow its set value: a relay that does not close, a lead that is off, a shunt that
/// is open, or a cell that needs more voltage than the output has. A few scans in a row are a compliance fault.
/// </summary>
/// <param name="channel">The channel.</param>
sealed class FollowCheck(IChannel channel)
{
    const int MostScans = 5;

    /// <summary>Part of full scale that may be missing.</summary>
    const double FullScalePart = 0.002;

    const double MostVolts = 0.02;

    /// <summary>Part of full scale that a current must have had, and that is left of it, to say that it broke off.</summary>
    const double FlowingPart = 0.01;
    const double BrokenPart = 0.001;

    /// <summary>A steady current changes less from scan to scan while a voltage is held, and while it moves in the steps of the DAC.</summary>
    const double SteadyPart = 0.05, MovingSteadyPart = 0.25;

    /// <summary>So many scans without a current say that it broke off: a moving voltage may pass one at which nothing flows.</summary>
    const int BrokenScans = 1, MovingBrokenScans = 3;

    int _scans;
    int _steadyScans;
    int _brokenScans;
    double _amperes;

    /// <summary>A new set value was written.</summary>
    internal void Begin() => (_scans, _steadyScans, _brokenScans, _amperes) = (0, 0, 0, double.NaN);

    /// <summary>
    /// Looks whether the current of a held or swept voltage broke off. The output holds and moves its voltage without a cell as well, and no current at
    /// all would pass for the end of the hold, or for a sweep of nothing.
    /// </summary>
    /// <exception cref="ComplianceException">A steady current was gone from one scan to the next.</exception>
    internal void CheckBreak(Segment segment, in Scan scan)
    {
        if (segment.Mode != ControlMode.Voltage)
        {
            return;
        }
        var (before, amperes) = (_amperes, Math.Abs(scan.Amperes));
        var fullScale = channel.Range.FullScaleAmperes;
        var isMoving = segment.Set.SlopePerSecond != 0;
        var hasFlowed = _brokenScans > 0 || (_steadyScans >= MostScans && before > FlowingPart * fullScale);
        if (hasFlowed && amperes < BrokenPart * fullScale)
        {
            if (++_brokenScans < (isMoving ? MovingBrokenScans : BrokenScans))
            {
                return;
            }
            throw new ComplianceException($"Channel {channel.Number}: {before * 1e3:0.00000} mA flowed steadily and stopped from one scan to the next while {scan.Volts:0.0000} V were {(isMoving ? "passed" : "held")}. A lead is off, the cell has lost contact, or the relay opened.");
        }
        _brokenScans = 0;
        _steadyScans = Math.Abs(amperes - before) <= (isMoving ? MovingSteadyPart : SteadyPart) * before ? _steadyScans + 1 : 0;
        _amperes = amperes;
    }

    /// <summary>Looks at a scan.</summary>
    /// <exception cref="ComplianceException">The output has not followed for several scans.</exception>
    internal void Check(ControlMode mode, double set, in Scan scan)
    {
        var follows = mode switch
        {
            ControlMode.Current or ControlMode.Power or ControlMode.Resistance => Math.Abs(set - scan.Amperes) <= channel.Reach.LagPart * Math.Abs(set) + FullScalePart * channel.Range.FullScaleAmperes,
            ControlMode.Voltage => Math.Abs(set - scan.Volts) <= MostVolts,
            _ => true,
        };
        _scans = follows ? 0 : _scans + 1;
        if (_scans < MostScans)
        {
            return;
        }
        var found = mode != ControlMode.Voltage
            ? $"{scan.Amperes * 1e3:0.00000} mA flow where {set * 1e3:0.00000} mA are set"
            : $"the cell is at {scan.Volts:0.0000} V where {set:0.0000} V are set";
        throw new ComplianceException($"Channel {channel.Number}: {found}, for {MostScans} scans. A lead is off, the relay does not close, the shunt is open, or the cell needs more voltage than the output has. Run 'coinrig selftest'.");
    }
}
