# Makes ets.csv, arima.csv and auto-arima.csv with R and its package forecast (versions are in versions.txt).
# The series come with R: AirPassengers, Nile, JohnsonJohnson, USAccDeaths.
suppressMessages(library(forecast))
series <- list("air-passengers" = AirPassengers, "nile" = Nile, "johnson-johnson" = JohnsonJohnson,
               "accidental-deaths" = USAccDeaths)
text <- function(x) paste(sprintf("%.15g", x), collapse = " ")
horizon <- 24

rows <- NULL
for (name in c("air-passengers", "nile", "johnson-johnson")) {
  y <- series[[name]]
  m <- frequency(y)
  for (error in c("A", "M")) for (trend in c("N", "A")) for (season in if (m > 1) c("N", "A", "M") else "N")
    for (damped in if (trend == "A") c(FALSE, TRUE) else FALSE) {
      if (error == "A" && season == "M") next
      fit <- ets(y, model = paste0(error, trend, season), damped = damped, opt.crit = "lik")
      future <- forecast(fit, h = horizon, level = 95)
      p <- fit$par
      get <- function(n) if (n %in% names(p)) p[[n]] else NA
      # States: level, slope, then the seasonal states newest first.
      states <- fit$initstate
      seasonal <- states[grep("^s", names(states))]
      rows <- rbind(rows, data.frame(series = name, error = error, trend = if (trend == "A" && damped) "Ad" else trend,
        season = season, alpha = text(get("alpha")), beta = text(get("beta")), gamma = text(get("gamma")),
        phi = text(get("phi")), level = text(states[["l"]]),
        slope = text(if ("b" %in% names(states)) states[["b"]] else NA), seasonal = text(rev(seasonal)),
        loglik = text(fit$loglik), sigma2 = text(fit$sigma2), mean = text(future$mean),
        upper = text(future$upper[, 1])))
    }
}
write.csv(rows, "ets.csv", row.names = FALSE, quote = FALSE)

# The exact likelihood at weights that are given: order, seasonal order, mean.
rows <- NULL
cases <- list(
  list("nile", 0, 0, c(1, 0, 0), c(0, 0, 0), 1, c(0.5)),
  list("nile", 0, 0, c(0, 0, 2), c(0, 0, 0), 1, c(0.4, -0.3)),
  list("nile", 0, 0, c(2, 0, 1), c(0, 0, 0), 1, c(0.3, 0.2, 0.25)),
  list("nile", 1, 0, c(1, 0, 1), c(0, 0, 0), 1, c(0.25, -0.87)),
  list("air-passengers", 1, 1, c(0, 0, 1), c(0, 0, 1), 1, c(-0.4, -0.55)),
  list("air-passengers", 1, 1, c(2, 0, 1), c(1, 0, 0), 1, c(0.6, 0.2, -0.95, -0.1)),
  list("accidental-deaths", 1, 1, c(0, 0, 1), c(0, 0, 1), 1, c(-0.43, -0.55)),
  list("accidental-deaths", 0, 1, c(1, 0, 1), c(1, 0, 1), 1, c(0.7, 0.1, 0.2, -0.5)),
  list("johnson-johnson", 1, 1, c(1, 0, 2), c(1, 0, 1), 1, c(-0.3, 0.2, 0.4, 0.5, -0.2)),
  list("johnson-johnson", 0, 1, c(3, 0, 2), c(2, 0, 2), 0, c(0.4, 0.2, -0.1, 0.3, 0.1, 0.2, 0.1, -0.3, 0.15)))
for (case in cases) {
  y <- series[[case[[1]]]]
  w <- if (case[[3]] > 0) diff(y, frequency(y)) else y
  if (case[[2]] > 0) w <- diff(w)
  fixed <- if (case[[6]] > 0) c(case[[7]], NA) else case[[7]]
  fit <- arima(w, order = case[[4]], seasonal = list(order = case[[5]], period = frequency(y)),
               include.mean = case[[6]] > 0, fixed = fixed, transform.pars = FALSE, method = "ML",
               optim.control = list(reltol = 1e-15))
  future <- predict(fit, n.ahead = 12)
  rows <- rbind(rows, data.frame(series = case[[1]], plain = case[[2]], seasonal = case[[3]], order = text(case[[4]][c(1, 3)]),
    seasonalOrder = text(case[[5]][c(1, 3)]), constant = case[[6]], weights = text(case[[7]]), loglik = text(fit$loglik),
    mean = text(if (case[[6]] > 0) tail(coef(fit), 1) else 0), sigma2 = text(fit$sigma2), forecast = text(future$pred),
    error = text(future$se)))
}
write.csv(rows, "arima.csv", row.names = FALSE, quote = FALSE)

# The automatic choice.
rows <- NULL
for (name in names(series)) {
  fit <- auto.arima(series[[name]])
  future <- forecast(fit, h = horizon, level = 95)
  o <- arimaorder(fit)
  o <- if (length(o) == 3) c(o, 0, 0, 0) else o[1:6]
  rows <- rbind(rows, data.frame(series = name, orders = text(o), aicc = text(fit$aicc),
    mean = text(future$mean), upper = text(future$upper[, 1])))
}
write.csv(rows, "auto-arima.csv", row.names = FALSE, quote = FALSE)

for (name in c("johnson-johnson", "accidental-deaths"))
  writeLines(c("value", sprintf("%.15g", series[[name]])), paste0("../", name, ".csv"))
writeLines(c(R.version.string, paste("forecast", packageVersion("forecast"))), "versions.txt")
