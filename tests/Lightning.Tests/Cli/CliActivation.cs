namespace Lightning.Tests.Cli;

internal enum CliActivation
{
    Relu,
    Tanh,
}
