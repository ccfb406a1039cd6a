namespace CoinRig.Electrochemistry.Segments;

/// <summary>What drove the cell in a stretch of rows.</summary>
public enum SegmentKind
{
    /// <summary>No current.</summary>
    Rest,

    /// <summary>A constant current.</summary>
    ConstantCurrent,

    /// <summary>A constant voltage whose current changed.</summary>
    ConstantVoltage,

    /// <summary>A voltage that ran one way at a constant rate.</summary>
    Sweep,

    /// <summary>None of these: a drive profile, constant power, a settling.</summary>
    Other,
}
