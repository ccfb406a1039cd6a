namespace CoinRig.Protocols;

/// <summary>A quantity that an end condition or a limit looks at.</summary>
public enum Measured
{
    /// <summary>Time since the segment's first set value was written, s.</summary>
    SegmentTime,

    /// <summary>Time since the step's first set value was written, s.</summary>
    StepTime,

    /// <summary>Voltage, V.</summary>
    Voltage,

    /// <summary>Current with its sign, A.</summary>
    Current,

    /// <summary>Current without its sign, A.</summary>
    AbsoluteCurrent,

    /// <summary>Charge passed in the step without its sign, C.</summary>
    StepCharge,

    /// <summary>Cell temperature, degC.</summary>
    Temperature,

    /// <summary>Energy passed in the step without its sign, J.</summary>
    StepEnergy,

    /// <summary>Voltage times current, without its sign, W.</summary>
    Power,

    /// <summary>Change of the voltage a second, V/s, over the condition's window.</summary>
    VoltageSlope,

    /// <summary>The same without its sign, V/s.</summary>
    AbsoluteVoltageSlope,

    /// <summary>Number of the cycle, from 1.</summary>
    Cycle,

    /// <summary>1 as soon as somebody has ended the wait of the segment, until then 0.</summary>
    Release,

    /// <summary>The last valid value of a result that is in the run file, in the unit of its rows; looked at when a segment has ended.</summary>
    Result,

    /// <summary>Several conditions that must hold at the same time.</summary>
    All,
}
