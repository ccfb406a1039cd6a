using System.CommandLine;

namespace CoinRig.Gateway;

/// <summary>The program's command line, which tests call in their own process.</summary>
public static class CommandLineApp
{
    /// <summary>Carries out one command.</summary>
    /// <param name="arguments">What follows the program's name.</param>
    /// <param name="session">Where it writes, and what it can drive.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, Session session)
    {
        var root = Root(session);
        var parse = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parse.Errors.Count > 0)
        {
            var isJson = arguments.Contains("--json");
            if (arguments.All(a => a == "--json"))
            {
                root.Parse(["--help"]).Invoke(new() { Output = isJson ? session.Error : session.Output, Error = session.Error });
                return new Screen(session.Output, TextWriter.Null, isJson, false).Fail(Wrong(["No command was given."]), "coinrig");
            }
            var command = parse.CommandResult.Command;
            return new Screen(session.Output, session.Error, isJson, isTerminal: false)
                .Fail(Wrong(UsageMistakes.Of(parse)), UsageMistakes.NameOf(command));
        }
        return parse.Invoke(new() { Output = session.Output, Error = session.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    static RootCommand Root(Session session)
    {
        var root = new RootCommand("CoinRig: a battery test rig for coin cells. A CELL, PROFILE or PROTOCOL is a file, or the name of one that is shipped.")
        {
            session.Json,
            CheckCommand.Create(session),
            PreviewCommand.Create(session),
            ImportCommand.Create(session),
            ExportProtocolCommand.Create(session),
            ShowCommand.Create(session),
            VerifyCommand.Create(session),
            ArchiveCommand.Create(session),
            AnalyzeCommand.Create(session),
            CompareCommand.Create(session),
            ConvertCommand.Create(session),
            PlotCommand.Create(session),
            ReportCommand.Create(session),
            ExportCommand.Create(session),
            ListCommand.Cells(session),
            ListCommand.Boards(session),
            ListCommand.Protocols(session),
            FlagsCommand.Create(session),
            SchemaCommand.Create(session),
            QueueCommand.Create(session),
            StatusCommand.Create(session),
            FlashCommand.Create(session),
            WatchCommand.Create(session),
        };
        foreach (var command in ChannelCommands.Create(session))
        {
            root.Add(command);
        }
        if (session.Rig is { } rig)
        {
            root.Add(RunCommand.Create(session, rig));
            root.Add(ResumeCommand.Create(session, rig));
            root.Add(ServeCommand.Create(session));
            root.Add(PublishCommand.Create(session, rig));
            root.Add(DoctorCommand.Create(session, rig));
            root.Add(SelfTestCommand.Create(session, rig));
            root.Add(SupervisorCommand.Create(session, rig));
            root.Add(DemoCommand.Create(session, rig));
        }
        root.Directives.Clear();
        return root;
    }

    static Failure Wrong(IReadOnlyList<string> lines) => new(ExitCode.WrongUsage, lines, []);
}
