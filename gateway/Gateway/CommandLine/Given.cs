using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CoinRig.Documents;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Protocols;
using CoinRig.Telemetry;

namespace CoinRig.Gateway;

/// <summary>The options that several commands take, with their mistakes in words.</summary>
static class Given
{
    const string DefaultProfile = "reference";

    public static Argument<string> Protocol() => new("PROTOCOL") { Description = "A protocol file, or the name of a shipped one ('coinrig protocols')" };

    public static Option<string[]> Set(string what = "Another value for a variable of the protocol's 'let', such as top=4.1V; may be given several times") => new("--set")
    {
        Description = what,
        HelpName = Assignments.Form,
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            var given = result.Tokens.Select(t => t.Value).ToArray();
            return given.FirstOrDefault(t => !Assignments.IsOne(t)) is { } odd ? Refuse<string[]>(result, $"--set: '{odd}' is not {Assignments.Form}, such as top=4.1V") : given;
        },
    };

    public static Argument<string> RunFile() => new("RUN") { Description = "A run file" };

    public static Argument<string[]> MeasuredFiles() => new("FILES")
    {
        Description = "Run files, or tables of other instruments; what they are is told from what is in them",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string?> Columns() => new("--columns") { Description = "Which columns of a plain table are what: time=t,voltage=E,current=I", HelpName = "NAMES" };

    public static Option<string[]> Circuits() => new("--circuit")
    {
        Description = "Circuits among which a spectrum chooses, such as 'R0-p(R1,CPE1)-W1' (default: the usual ones)",
        HelpName = "TEXT",
    };

    public static Option<string?> Cell(bool required) => new("--cell")
    {
        Description = "A cell file, or the name of a shipped one ('coinrig cells')",
        HelpName = "CELL",
        Required = required,
    };

    public static Option<double?> ScanRate() => new("--scan-rate")
    {
        Description = $"Scan rate of a voltammogram whose file has no times, such as {Dimension.SweepRate.Example}",
        HelpName = "RATE",
        CustomParser = result => Amount.TryParse(result.Tokens[0].Value, Dimension.SweepRate, out var given) && given.Value > 0 ? given.Value
            : Refuse<double?>(result, $"--scan-rate: '{result.Tokens[0].Value}' is no rate above 0, such as {Dimension.SweepRate.Example}"),
    };

    public static Option<Instrument> Accuracy() => new("--accuracy")
    {
        Description = $"What another instrument may be off by, one sigma (a data sheet's limit over 1.73): {StatedAccuracy.Example} (default: taken as exact)",
        HelpName = "TEXT",
        DefaultValueFactory = _ => Instrument.Unknown,
        CustomParser = result => StatedAccuracy.TryRead(result.Tokens[0].Value, out var stated) ? stated
            : Refuse<Instrument>(result, $"--accuracy: '{result.Tokens[0].Value}' is not written like {StatedAccuracy.Example}; each term with its unit."),
    };

    public static Option<string> Board() => new("--board")
    {
        Description = "A board profile, or the name of a shipped one ('coinrig boards')",
        HelpName = "PROFILE",
        DefaultValueFactory = _ => DefaultProfile,
    };

    public static Option<bool> Twin() => new("--twin") { Description = "Emulate the board and the cell (the default unless the profile names a bus that exists)" };

    public static Option<bool> Hardware() => new("--hardware") { Description = "Drive the board that the profile names; never falls back to the twin" };

    public static Option<bool> IAmWatching() => new(SupervisionRule.Option) { Description = "A person stays with the cell: allows a board whose profile says 'supervisor: none'" };

    public static Option<long> Seed() => new("--seed")
    {
        Description = "What the twin draws its true cell and errors from",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
        CustomParser = result => WholeNumber(result, 0, long.MaxValue),
    };

    public static Option<int> Channel() => new("--channel")
    {
        Description = "The board's channel",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
        CustomParser = result => (int)WholeNumber(result, 1, 2),
    };

    public static Option<double?> Speed() => new("--speed")
    {
        Description = "'max', or how many seconds of the run pass in a real one (twin only; default: max)",
        HelpName = "max|FACTOR",
        CustomParser = result => result.Tokens[0].Value is var text && text == "max" ? double.PositiveInfinity
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor > 0 && double.IsFinite(factor) ? factor
            : Refuse<double?>(result, $"--speed: '{text}' is neither 'max' nor a number above 0, such as 1000"),
    };

    public static Option<string> RunsFolder() => new("--out")
    {
        Description = "The folder for run files",
        HelpName = "DIR",
        DefaultValueFactory = _ => "runs",
    };

    public static Option<BrokerAddress?> Broker() => new("--broker")
    {
        Description = "Publish to this MQTT broker instead of an embedded one",
        HelpName = "HOST:PORT",
        CustomParser = result =>
        {
            try
            {
                return BrokerAddress.Parse(result.Tokens[0].Value);
            }
            catch (TelemetryException e)
            {
                return Refuse<BrokerAddress?>(result, e.Message);
            }
        },
    };

    public static Option<string> Lab() => Name("--lab", "The lab's name in MQTT topics", RigName.Default.Lab);

    public static Option<string> Rig() => Name("--rig", "The rig's name in MQTT topics (default: this machine's)", RigName.Default.Rig);

    static Option<string> Name(string option, string description, string otherwise)
    {
        var name = new Option<string>(option) { Description = description, HelpName = "NAME", DefaultValueFactory = _ => otherwise };
        name.Validators.Add(result =>
        {
            try
            {
                TopicName.Check(result.Tokens.Count == 0 ? otherwise : result.Tokens[0].Value, option);
            }
            catch (TelemetryException e)
            {
                result.AddError(e.Message);
            }
        });
        return name;
    }

    public static Option<string?> Socket() => new("--socket")
    {
        Description = "The socket of the service (default: $COINRIG_SOCKET, coinrig.sock in $XDG_RUNTIME_DIR, or runs/coinrig.sock)",
        HelpName = "PATH",
    };

    public static Option<bool> NoMqtt() => new("--no-mqtt") { Description = "Publish nothing" };

    /// <summary>Which pins were chosen.</summary>
    public static PinsChoice Pins(ParseResult parse, Option<bool> twin, Option<bool> hardware) =>
        parse.GetValue(twin) ? PinsChoice.Twin : parse.GetValue(hardware) ? PinsChoice.Hardware : PinsChoice.Automatic;

    /// <summary>Refuses two options that contradict each other.</summary>
    public static void Exclude(this Command command, Option a, Option b) => command.Validators.Add(result =>
    {
        if (result.GetResult(a) is { Implicit: false } && result.GetResult(b) is { Implicit: false })
        {
            result.AddError($"{a.Name} and {b.Name} contradict each other: give one of them.");
        }
    });

    static long WholeNumber(ArgumentResult result, long least, long most)
    {
        var text = result.Tokens[0].Value;
        var allowed = most == long.MaxValue ? $"a whole number from {least}" : $"a whole number from {least} to {most}";
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value : Refuse<long>(result, $"{(result.Parent as OptionResult)?.Option.Name}: '{text}' is not {allowed}");
    }

    static T? Refuse<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }

    /// <summary>A quantity of 0 or more.</summary>
    public static Option<double?> Quantity(string name, string description, string help, Dimension dimension) => new(name)
    {
        Description = description,
        HelpName = help,
        CustomParser = result =>
        {
            if (Amount.TryParse(result.Tokens[0].Value, dimension, out var given) && given.Value >= 0)
            {
                return given.Value;
            }
            result.AddError($"{name}: '{result.Tokens[0].Value}' is no value of 0 or more, such as {dimension.Example}");
            return null;
        },
    };
}
