namespace Lightning.Cli;

/// <summary>Lightning's classes that a configuration may name, listed so that a trimmed program has them.</summary>
internal static class LightningClasses
{
    internal static void AddTo(ClassRegistry registry)
    {
        registry.Add(typeof(BackboneFinetuning));
        registry.Add(typeof(BatchSizeFinder));
        registry.Add(typeof(DeviceStatsMonitor));
        registry.Add(typeof(EMAWeightAveraging));
        registry.Add(typeof(EarlyStopping));
        registry.Add(typeof(GradientAccumulationScheduler));
        registry.Add(typeof(LearningRateFinder));
        registry.Add(typeof(LearningRateMonitor));
        registry.Add(typeof(ModelCheckpoint));
        registry.Add(typeof(ModelPruning));
        registry.Add(typeof(ModelSummary));
        registry.Add(typeof(OnExceptionCheckpoint));
        registry.Add(typeof(ProgressBar));
        registry.Add(typeof(RichModelSummary));
        registry.Add(typeof(RichProgressBar));
        registry.Add(typeof(SpikeDetection));
        registry.Add(typeof(StochasticWeightAveraging));
        registry.Add(typeof(TQDMProgressBar));
        registry.Add(typeof(ThroughputMonitor));
        registry.Add(typeof(Timer));
        registry.Add(typeof(WeightAveraging));

        registry.Add(typeof(CSVLogger));
        registry.Add(typeof(ConsoleLogger));
        registry.Add(typeof(HtmlReportLogger));
        registry.Add(typeof(TensorBoardLogger));

        registry.Add(typeof(AdvancedProfiler));
        registry.Add(typeof(PyTorchProfiler));
        registry.Add(typeof(SimpleProfiler));

        registry.Add(typeof(DDPStrategy));
        registry.Add(typeof(SingleDeviceStrategy));

        registry.Add(typeof(CpuAccelerator));
        registry.Add(typeof(CudaAccelerator));

        registry.Add(typeof(DoublePrecision));
        registry.Add(typeof(HalfPrecision));
        registry.Add(typeof(MixedPrecision));
        registry.Add(typeof(SinglePrecision));

        registry.Add(typeof(AsyncCheckpointIO));
        registry.Add(typeof(TorchCheckpointIO));

        registry.Add(typeof(TorchSyncBatchNorm));

        registry.Add(typeof(LightningEnvironment));
        registry.Add(typeof(SLURMEnvironment));
        registry.Add(typeof(TorchElasticEnvironment));
    }
}
