using DetectionKit.Cli;

return CommandLine.Run(args);
