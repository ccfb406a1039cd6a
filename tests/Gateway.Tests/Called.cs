using System.Text.Json;

namespace CoinRig.Gateway.Tests;

/// <summary>What a call of the program said.</summary>
sealed record Called(int ExitCode, string Output, string Error)
{
    /// <summary>Calls the program in this process.</summary>
    public static Called With(params string[] arguments) => With(new RecordingRig(), arguments);

    /// <summary>Calls the program with something to drive.</summary>
    public static Called With(IRigCommands rig, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLineApp.Run(arguments, new Session(output, error, IsTerminal: false, rig));
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>The one document on standard output; anything else there fails.</summary>
    public JsonElement Document => JsonSerializer.Deserialize<JsonElement>(Output);

    /// <summary>Everything that was said.</summary>
    public string All => Output + Error;

    /// <summary>Asserts what holds for every refusal: a message, the code, and no sign of an exception.</summary>
    public void AssertRefused(int code, string says)
    {
        Assert.AreEqual(code, ExitCode, All);
        StringAssert.Contains(Error, says);
        foreach (var trace in new[] { "   at ", "Exception", "Unexpected:" })
        {
            Assert.DoesNotContain(trace, All);
        }
    }
}
