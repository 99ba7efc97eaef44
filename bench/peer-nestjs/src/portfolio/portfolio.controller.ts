import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Portfolio, PortfolioService } from './portfolio.service';

@Controller('v1/creators')
export class PortfolioController {
  constructor(private readonly portfolios: PortfolioService) {}

  @Get(':id/portfolio')
  read(@Param('id', ParseUUIDPipe) id: string): Promise<Portfolio> {
    return this.portfolios.find(id);
  }
}
