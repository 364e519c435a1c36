namespace Lightning.Tests.Cli;

internal interface ICliShape
{
    double Area { get; }
}
