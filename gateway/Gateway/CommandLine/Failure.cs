using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.InstrumentFiles;
using CoinRig.Runs;
using CoinRig.Supervision;
using CoinRig.Telemetry;

namespace CoinRig.Gateway;

/// <summary>An exception in the words of the bench.</summary>
/// <param name="ExitCode">What the shell is told.</param>
/// <param name="Lines">What the person is told.</param>
/// <param name="Mistakes">The mistakes of a file, where it was one.</param>
sealed record Failure(int ExitCode, IReadOnlyList<string> Lines, IReadOnlyList<Mistake> Mistakes)
{
    /// <summary>Set to 1, it shows where an error came from.</summary>
    public const string TraceVariable = "COINRIG_TRACE";

    /// <summary>Puts an exception into words. No stack trace, unless the environment asks for one.</summary>
    public static Failure Of(Exception error)
    {
        var failure = error switch
        {
            UsageException => new(Gateway.ExitCode.WrongUsage, [error.Message], []),
            DocumentException file => new(Gateway.ExitCode.Failed, [.. file.Mistakes.Select(m => m.ToString())], file.Mistakes),
            RefusedException or PlanRefusedException or CellRefusedException or RunFileException or InstrumentFileException or CircuitFormatException or TelemetryException or SupervisorException => Refused(error.Message),
            OperationCanceledException => Refused("Stopped."),
            UnauthorizedAccessException or IOException => Refused(error.Message),
            _ => Unexpected(error),
        };
        return Environment.GetEnvironmentVariable(TraceVariable) == "1" ? failure with { Lines = [.. failure.Lines, error.ToString()] } : failure;
    }

    static Failure Refused(string message) => new(Gateway.ExitCode.Failed, [message], []);

    static Failure Unexpected(Exception error) => new(Gateway.ExitCode.Failed,
    [
        $"Unexpected: {error.Message.ReplaceLineEndings(" ")} ({error.GetType().Name})",
        $"This is a mistake in CoinRig. Run the command again with {TraceVariable}=1 before it and report what it prints.",
    ], []);
}
