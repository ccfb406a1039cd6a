using CoinRig.Gateway;

return CommandLineApp.Run(args, new Session(Console.Out, Console.Error, !Console.IsOutputRedirected, new RigCommands()));
