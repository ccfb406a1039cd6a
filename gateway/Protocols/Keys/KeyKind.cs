namespace CoinRig.Protocols;

/// <summary>What the value of a key is.</summary>
public enum KeyKind
{
    /// <summary>Words for people.</summary>
    Text,

    /// <summary>A label: letters, digits, '_' and '-'.</summary>
    Label,

    /// <summary>Where a jump leads: a label, <c>after_loop</c> or <c>end</c>.</summary>
    Target,

    /// <summary>A current: <c>C/5</c>, <c>100 uA</c>, <c>discharge 1 mA</c>.</summary>
    Current,

    /// <summary>A current in amperes: <c>100 uA</c>.</summary>
    CurrentInAmperes,

    /// <summary>A current, or <c>LOW .. HIGH</c> with signs.</summary>
    CurrentOrSpan,

    /// <summary>A charge.</summary>
    Charge,

    /// <summary>A voltage.</summary>
    Voltage,

    /// <summary>A voltage, or <c>open_circuit</c>.</summary>
    VoltageOrOpenCircuit,

    /// <summary>Two voltages: <c>LOW .. HIGH</c>.</summary>
    VoltageSpan,

    /// <summary>Two voltages, of which one may be left out: <c>.. HIGH</c>.</summary>
    OpenVoltageSpan,

    /// <summary>A time.</summary>
    Time,

    /// <summary>A sweep rate.</summary>
    SweepRate,

    /// <summary>A power.</summary>
    Power,

    /// <summary>A resistance.</summary>
    Resistance,

    /// <summary>A temperature, or <c>LOW .. HIGH</c>.</summary>
    TemperatureOrSpan,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>true or false.</summary>
    Truth,

    /// <summary>One of several words.</summary>
    Choice,

    /// <summary>End conditions: one, several with <c>and</c> and <c>or</c>, or a list.</summary>
    Conditions,

    /// <summary>One condition, or several with <c>and</c> and <c>or</c>.</summary>
    Condition,

    /// <summary><c>step_start</c>, <c>segment_start</c>, a time of the step, or a condition.</summary>
    Moment,

    /// <summary><c>auto</c>, or a range by its full scale.</summary>
    Range,

    /// <summary>Values by names that the file chooses.</summary>
    Names,

    /// <summary>A mapping of further keys.</summary>
    Mapping,

    /// <summary>A list of mappings of further keys.</summary>
    MappingList,

    /// <summary>A mapping of further keys, or a list of such mappings.</summary>
    MappingOrList,

    /// <summary>A time, or a mapping of further keys.</summary>
    TimeOrMapping,

    /// <summary>A list of steps and loops.</summary>
    Steps,
}
