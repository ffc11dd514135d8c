using DetectionKit.Cli;

return await CommandLine.RunAsync(args);
