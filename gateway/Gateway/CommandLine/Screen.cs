using Spectre.Console;

namespace CoinRig.Gateway;

/// <summary>
/// What a command says. Without <c>--json</c> lines and tables go to standard output; with it they go to standard error
/// and standard output gets one document.
/// </summary>
public sealed class Screen
{
    readonly TextWriter _output;
    readonly TextWriter _error;
    readonly IAnsiConsole? _console;

    /// <summary>Makes a screen.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="isJson">Whether a document is asked for.</param>
    /// <param name="isTerminal">Whether a person looks at standard output.</param>
    public Screen(TextWriter output, TextWriter error, bool isJson, bool isTerminal)
    {
        _output = output;
        _error = error;
        IsJson = isJson;
        IsTerminal = isTerminal && !isJson;
        _console = IsTerminal ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }) : null;
    }

    /// <summary>Whether a document is asked for.</summary>
    public bool IsJson { get; }

    /// <summary>Whether a person looks at lines and tables, so that a line may be overwritten and coloured.</summary>
    public bool IsTerminal { get; }

    /// <summary>The terminal; null in a pipe.</summary>
    public IAnsiConsole? Console => _console;

    /// <summary>Where bytes that were asked for go, such as an export.</summary>
    public TextWriter Output => _output;

    /// <summary>Whether an exception says that nobody can be told anything: a closed terminal or pipe, a full disk behind it.</summary>
    internal static bool IsGone(Exception e) => e is IOException or ObjectDisposedException;

    /// <summary>Says a line.</summary>
    public void Say(string line = "") => (IsJson ? _error : _output).WriteLine(line);

    /// <summary>Says something that somebody should notice, on standard error.</summary>
    public void Warn(string line) => _error.WriteLine(line);

    /// <summary>Shows a table: framed on a terminal, aligned lines in a pipe.</summary>
    public void Show(ScreenTable table)
    {
        if (_console is not null)
        {
            foreach (var part in table.ToSpectre(_console.Profile.Width))
            {
                _console.Write(part);
            }
        }
        else
        {
            foreach (var line in table.ToLines())
            {
                Say(line);
            }
        }
        if (table.Note.Length > 0)
        {
            Say(table.Note);
        }
    }

    /// <summary>Prints the document that <c>--json</c> asks for. Once a command.</summary>
    public void Document(object document) => _output.WriteLine(JsonText.Of(document));

    /// <summary>Says a failure: lines on standard error, and the document where one is asked for.</summary>
    /// <returns>The exit code.</returns>
    internal int Fail(Failure failure, string command)
    {
        foreach (var line in failure.Lines)
        {
            Warn(line);
        }
        if (failure.ExitCode == ExitCode.WrongUsage)
        {
            Warn($"'{command} --help' says how it is used.");
        }
        if (IsJson)
        {
            Document(new { Error = string.Join(Environment.NewLine, failure.Lines), failure.Mistakes });
        }
        return failure.ExitCode;
    }
}
