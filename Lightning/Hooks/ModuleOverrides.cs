namespace Lightning;

/// <summary>The overrides of a module that change what the Trainer does, not just what it calls.</summary>
[Flags]
internal enum ModuleOverrides
{
    None = 0,
    TrainingStep = 1,
    ValidationStep = 2,
    TestStep = 4,
    PredictStep = 8,
    BeforeTransfer = 16,
    Transfer = 32,
    AfterTransfer = 64,
    ConfigureOptimizers = 128,
    ValidationModelTrain = 256,
    TestModelTrain = 512,
    TrainLoader = 1024,
    ValidationLoader = 2048,
    TestLoader = 4096,
    PredictLoader = 8192,
    TrainingStepByOptimizer = 16384,
}
